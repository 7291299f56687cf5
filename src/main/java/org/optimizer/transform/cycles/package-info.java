/** Haul cycles of a vehicle: from the visits of its zones, and from what interrupts its work. */
package org.optimizer.transform.cycles;
