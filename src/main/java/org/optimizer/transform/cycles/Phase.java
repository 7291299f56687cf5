package org.optimizer.transform.cycles;

/** What a vehicle does in a cycle. */
enum Phase {
    LOAD,
    HAUL,
    UNLOAD,
    RETURN
}
