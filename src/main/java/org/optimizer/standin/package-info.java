/** Stand-ins of the providers and the demo fleet: an HTTP server of its own, reached only over HTTP. */
package org.optimizer.standin;
