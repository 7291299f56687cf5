/** Why a score is what it is: its sheet, the score made again, what each event cost, what would help. */
package org.optimizer.transform.scoring.explain;
