/** Reading the world: one class per thing read, each through named Camel routes. */
package org.optimizer.extract;
