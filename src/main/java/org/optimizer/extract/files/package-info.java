/** Files that people drop or name: traces as CSV, GPX or MyCarTracks JSON, and log-ins as CSV; all read as streams. */
package org.optimizer.extract.files;
