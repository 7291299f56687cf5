package org.optimizer.model;

import java.util.List;

/** Drivers of a contest who are also counted together. */
public record Team(String contestId, String id, String name, List<String> driverIds) {
    public Team {
        driverIds = List.copyOf(driverIds);
    }
}
