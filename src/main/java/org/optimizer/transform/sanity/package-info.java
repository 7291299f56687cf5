/** What is missing or wrong in a site's data. */
package org.optimizer.transform.sanity;
