/** What happens to fixes before anything of them is kept: what is not believed, not wanted, or not understood. */
package org.optimizer.transform.intake;
