/** Pure functions from fixes to facts and from facts to results: same input, same output; no clock, file or network. */
package org.optimizer.transform;
