/** Wiring, settings and security; nobody imports it. */
package org.optimizer.config;
