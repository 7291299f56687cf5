/** Drools behind one door: reads the rules folder, checks it in business words, compiles it and answers as a Rulebook. */
package org.optimizer.rules;
