package org.optimizer.transform.cycles;

/** A stretch of a cycle in one phase. */
record PhaseSpan(Phase phase, long fromMs, long toMs) {}
