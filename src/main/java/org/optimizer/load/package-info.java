/** Writing to the world: one class per thing written, each through named Camel routes; every write may run twice. */
package org.optimizer.load;
