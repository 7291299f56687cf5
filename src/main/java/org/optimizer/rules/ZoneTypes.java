package org.optimizer.rules;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The zone types that rules tell apart. */
public final class ZoneTypes {
    /** Stands for a place outside any zone. */
    static final String NONE = "none";

    private static final String OTHER = "other";

    static final List<String> ALL = List.of(
            "load", "unload", "queue", "depot", "home", "fuel", "wash", "weighbridge", "rest_area", "cruise", OTHER);

    static final List<String> ALL_AND_NONE =
            Stream.concat(Stream.of(NONE), ALL.stream()).toList();

    private ZoneTypes() {}

    /** The type as rules know it; those that no rule names are one. */
    public static String known(String type) {
        String word = type.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return ALL.contains(word) ? word : OTHER;
    }
}
