/** From fixes to trips and standstills: what is believed of a recording, where it is cut, and its sums. */
package org.optimizer.transform.trips;
