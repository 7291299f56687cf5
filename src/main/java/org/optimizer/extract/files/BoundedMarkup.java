package org.optimizer.extract.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * XML whose single pieces (a tag, a comment, the text between two tags) are short: the parser holds a piece in memory as a whole,
 * and a piece may be as long as whoever wrote the file likes. Reads UTF-8 and what looks like it.
 */
final class BoundedMarkup extends FilterInputStream {
    private static final int LONGEST_PIECE = 256 * 1024;

    private Piece piece = Piece.TEXT;
    private int length;
    private int quote;
    private int last;
    private int beforeLast;

    BoundedMarkup(InputStream xml) {
        super(xml);
    }

    private enum Piece {
        TEXT,
        TAG,
        COMMENT,
        DATA,
        INSTRUCTION
    }

    /** A piece is longer than any of a trace. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("a piece of XML is longer than " + LONGEST_PIECE + " bytes");
        }
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            take(one);
        }
        return one;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        int read = super.read(into, from, count);
        for (int i = 0; i < read; i++) {
            take(into[from + i]);
        }
        return read;
    }

    private void take(int c) throws IOException {
        if (++length > LONGEST_PIECE) {
            throw new TooLong();
        }
        if (piece == Piece.TEXT) {
            begin(c);
        } else if (isEnd(c)) {
            turn(Piece.TEXT);
        } else if (piece == Piece.TAG) {
            inTag(c);
        }
        beforeLast = last;
        last = c;
    }

    private void begin(int c) {
        if (c == '<') {
            turn(Piece.TAG);
        }
    }

    private boolean isEnd(int c) {
        return c == '>'
                && switch (piece) {
                    case COMMENT -> last == '-' && beforeLast == '-';
                    case DATA -> last == ']' && beforeLast == ']';
                    case INSTRUCTION -> last == '?';
                    default -> quote == 0;
                };
    }

    /** What kind of piece it is shows in the first characters after its {@code <}. */
    private void inTag(int c) {
        if (length == 1 && c == '?') {
            piece = Piece.INSTRUCTION;
        } else if (length == 2 && last == '!' && c == '[') {
            piece = Piece.DATA;
        } else if (length == 3 && beforeLast == '!' && last == '-' && c == '-') {
            piece = Piece.COMMENT;
        } else if (quote == 0 && (c == '"' || c == '\'')) {
            quote = c;
        } else if (c == quote) {
            quote = 0;
        }
    }

    private void turn(Piece next) {
        piece = next;
        length = 0;
        quote = 0;
    }
}
