package org.optimizer.process;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of the items of a push.
 *
 * @param accepted how many are stored now and were not before
 * @param duplicates how many came before
 */
public record PushAnswer(int accepted, int duplicates, List<Rejected> rejected) {
    public PushAnswer {
        rejected = List.copyOf(rejected);
    }

    /**
     * An item that was not taken.
     *
     * @param index from 0
     * @param code in capitals, such as {@code UNKNOWN_VEHICLE}
     */
    public record Rejected(int index, String code) {}

    /** As senders read it. */
    String json() {
        String list = rejected.stream()
                .map(one -> "{\"index\":" + one.index() + ",\"code\":\"" + one.code() + "\"}")
                .collect(Collectors.joining(","));
        return "{\"accepted\":" + accepted + ",\"duplicates\":" + duplicates + ",\"rejected\":[" + list + "]}";
    }
}
