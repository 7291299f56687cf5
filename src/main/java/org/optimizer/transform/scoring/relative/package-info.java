/** The method of 2019 with its faults mended: a driver's launches and brakings against the fleet's, marks by percentile. */
package org.optimizer.transform.scoring.relative;
