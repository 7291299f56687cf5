package org.optimizer.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The classes that thresholds and leagues are made for; {@link #code()} is the word that tables and files use. */
public enum VehicleClass {
    VAN,
    RIGID,
    TIPPER,
    ARTIC,
    DUMPER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming the known codes, when {@code code} is none of them */
    public static VehicleClass of(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("vehicle class \"" + code + "\": expected one of "
                        + Arrays.stream(values()).map(VehicleClass::code).collect(Collectors.joining(", "))));
    }
}
