/** The steps of the processes: one class per BPMN file. */
package org.optimizer.process;
