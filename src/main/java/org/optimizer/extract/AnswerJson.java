package org.optimizer.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.IOContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** Makes parsers that know how to scan rows, of all answers that begin as an object in UTF-8. */
final class AnswerJson extends JsonFactory {
    private static final long serialVersionUID = 1;
    /** Some hundred rows: one in each buffer is cut in two. */
    private static final int BUFFER = 1 << 15;

    AnswerJson(JsonFactoryBuilder settings) {
        super(settings);
    }

    @Override
    protected JsonParser _createParser(InputStream in, IOContext context) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int count = in.readNBytes(buffer, 0, 2);
        if (count < 2 || buffer[0] != '{' || buffer[1] == 0) {
            return super._createParser(
                    new SequenceInputStream(new ByteArrayInputStream(buffer, 0, count), in), context);
        }
        return new RowScanner(
                context,
                _parserFeatures,
                in,
                _objectCodec,
                _byteSymbolCanonicalizer.makeChild(_factoryFeatures),
                new RowScanner.Start(buffer, count));
    }
}
