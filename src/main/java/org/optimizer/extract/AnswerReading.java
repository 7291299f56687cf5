package org.optimizer.extract;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** What is done with an answer while it arrives: the exchange variable {@code reading} of the routes {@code fetch-*}. */
interface AnswerReading {

    /** @param raw the last of what the parser was given */
    void read(JsonParser parser, RawTail raw) throws IOException;
}
