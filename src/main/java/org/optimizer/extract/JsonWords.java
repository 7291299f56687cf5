package org.optimizer.extract;

import com.fasterxml.jackson.databind.JsonNode;

/** How messages speak of JSON. */
final class JsonWords {
    private static final int SHOWN = 40;

    private JsonWords() {}

    static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    /** What was found, short enough for one line. */
    static String found(JsonNode node) {
        return isAbsent(node) ? "nothing" : found(node.toString());
    }

    static String found(String text) {
        String oneLine = text.replaceAll("\\p{Cntrl}", " ");
        return '"' + (oneLine.length() <= SHOWN ? oneLine : oneLine.substring(0, SHOWN) + "…") + '"';
    }
}
