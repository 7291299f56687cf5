package org.optimizer.extract;

import java.util.HashMap;
import java.util.Map;
import org.optimizer.extract.TracksSettings.TimeUnit;

/** What a provider calls the fields of a fix, and in which units: made once, asked for each row. */
final class FixFields {
    static final int OTHER = 0;
    static final int LATITUDE = 1;
    static final int LONGITUDE = 2;
    static final int SPEED = 3;
    static final int ACCURACY = 4;
    static final int SPEED_ACCURACY = 5;
    static final int BEARING = 6;
    static final int ALTITUDE = 7;
    /** Numbers are below it. */
    static final int NUMBERS = 8;

    static final int TIME = 8;
    static final int ID = 9;
    static final int MOCK = 10;
    static final int PRIVATE = 11;

    private static final Map<String, Integer> CODES = Map.ofEntries(
            Map.entry("latitude", LATITUDE),
            Map.entry("longitude", LONGITUDE),
            Map.entry("speed", SPEED),
            Map.entry("accuracy", ACCURACY),
            Map.entry("speed-accuracy", SPEED_ACCURACY),
            Map.entry("bearing", BEARING),
            Map.entry("altitude", ALTITUDE),
            Map.entry("time", TIME),
            Map.entry("id", ID),
            Map.entry("mock", MOCK),
            Map.entry("private", PRIVATE));

    private final Map<String, Integer> codes = new HashMap<>();
    final double mpsOfSpeed;
    final long msOfTime;

    FixFields(TracksSettings settings) {
        settings.ownNames().forEach((theirs, ours) -> codes.put(theirs, CODES.getOrDefault(ours, OTHER)));
        this.mpsOfSpeed = settings.speedUnit().mps;
        this.msOfTime = settings.answerTime() == TimeUnit.S ? TimeUnit.S.ms() : 1;
    }

    int code(String name) {
        return codes.getOrDefault(name, OTHER);
    }

    /** Such as {@code speed-accuracy}. */
    static String name(int code) {
        return CODES.entrySet().stream()
                .filter(entry -> entry.getValue() == code)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
