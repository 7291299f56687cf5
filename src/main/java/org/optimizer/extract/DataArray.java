package org.optimizer.extract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The envelope of all lists: an object whose array {@code data} holds rows; whatever is beside it is passed over. */
final class DataArray {
    private static final String EXPECTED = "an array \"data\"";

    private DataArray() {}

    /** Goes on to just behind the array's beginning. @throws Unreadable when there is none */
    static void enter(JsonParser parser) throws IOException {
        expect(parser.nextToken(), JsonToken.START_OBJECT, "an object with " + EXPECTED);
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("data")) {
                expect(value, JsonToken.START_ARRAY, EXPECTED);
                return;
            }
            parser.skipChildren();
        }
        throw new Unreadable("the end", EXPECTED, "none");
    }

    static void expectRow(JsonParser parser) {
        expect(parser.currentToken(), JsonToken.START_OBJECT, "a row as an object");
    }

    /** Goes on from the array's end to that of the answer: one that breaks off behind the rows is broken too. */
    static void leave(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            parser.nextToken();
            parser.skipChildren();
        }
        expect(parser.currentToken(), JsonToken.END_OBJECT, "the end of the object");
    }

    static void expect(JsonToken found, JsonToken expected, String words) {
        if (found != expected) {
            throw new Unreadable("the value there", words, found == null ? "the end of the answer" : found.toString());
        }
    }
}
