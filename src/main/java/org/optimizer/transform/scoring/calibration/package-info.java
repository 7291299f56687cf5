/** Thresholds and anchors from a fleet's own weeks, instead of from books. */
package org.optimizer.transform.scoring.calibration;
