/** Whether something else than driving decides a contest: the phone, its sampling, the vehicle. */
package org.optimizer.transform.scoring.fairness;
