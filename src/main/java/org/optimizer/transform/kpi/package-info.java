/** Figures of a vehicle and day for those who run a site. */
package org.optimizer.transform.kpi;
