/** How a vehicle was driven, from its speed alone: accelerations, launches and brakings, steadiness. */
package org.optimizer.transform.driving;
