/** Where on a site a vehicle is, and what it does there. */
package org.optimizer.transform.zones;
