package org.optimizer.standin;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A kind of fault at a desk. */
record Fault(Desk desk, FaultKind kind) {
    static final List<Fault> ALL = Arrays.stream(Desk.values())
            .flatMap(desk -> Arrays.stream(FaultKind.values())
                    .filter(kind -> kind.isAt(desk))
                    .map(kind -> new Fault(desk, kind)))
            .toList();

    String code() {
        return kind.code(desk);
    }

    static Fault of(String code) {
        return ALL.stream()
                .filter(fault -> fault.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Call.BadCall(
                        "fault \"" + code + "\": expected one of "
                                + ALL.stream().map(Fault::code).collect(Collectors.joining(", ")),
                        null));
    }
}
