/** The command line. */
package org.optimizer.command;
