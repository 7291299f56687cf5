package org.optimizer.extract.files;

import com.fasterxml.jackson.core.JacksonException;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;

/** A file of text in UTF-8, packed with gzip or not; whatever is wrong with it is a {@link FileMistake} with its line. */
abstract class TextFile {
    private static final int LOOK_AHEAD = 4096;

    final Path path;
    final String name;
    final Place place;

    /** @param name what people call the file, whose name may now be another */
    TextFile(Path path, String name) {
        this.path = path;
        this.name = name;
        this.place = new Place(name);
    }

    /** What is said of a file without a byte. */
    abstract String emptyMistake();

    /**
     * Reads the text to its end.
     *
     * @param head its first characters, at least one
     */
    abstract void read(String head, InputStream text) throws IOException, XMLStreamException;

    /**
     * @param watch sees the bytes of the file as they are read
     * @throws FileMistake when the file cannot be read to its end
     */
    final void open(UnaryOperator<InputStream> watch) {
        requireFile();
        try (InputStream raw = new BufferedInputStream(watch.apply(Files.newInputStream(path)), 1 << 16)) {
            read(raw);
        } catch (Unpacked.Damaged | EOFException | ZipException e) {
            throw damaged(e);
        } catch (CharacterCodingException e) {
            throw place.wrong("not-utf-8");
        } catch (JacksonException e) {
            place.moveTo(e.getLocation() == null ? 0 : e.getLocation().getLineNr());
            throw place.wrong("json", e.getOriginalMessage());
        } catch (XMLStreamException e) {
            throw notWellFormed(e);
        } catch (CsvParseException e) {
            throw place.wrong("csv", innermost(e));
        } catch (IOException e) {
            throw place.wrong("cannot-be-read", e.getMessage());
        }
    }

    private void requireFile() {
        if (Files.isDirectory(path)) {
            throw place.wrong("directory");
        }
        if (!Files.exists(path)) {
            throw place.wrong("no-such-file");
        }
        if (!Files.isReadable(path)) {
            throw place.wrong("forbidden");
        }
    }

    private void read(InputStream raw) throws IOException, XMLStreamException {
        InputStream text = unpacked(raw);
        byte[] head = peek(text, LOOK_AHEAD);
        int start = afterByteOrderMark(head);
        requireText(head);
        text.skipNBytes(start);
        read(new String(head, start, head.length - start, StandardCharsets.UTF_8), text);
    }

    private InputStream unpacked(InputStream raw) throws IOException {
        byte[] head = peek(raw, 2);
        if (head.length == 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
            return new BufferedInputStream(new Unpacked(raw), 1 << 16);
        }
        if (head.length > 0 && name.toLowerCase(Locale.ROOT).endsWith(".gz")) {
            throw place.wrong("no-gzip");
        }
        return raw;
    }

    private static byte[] peek(InputStream stream, int count) throws IOException {
        stream.mark(count);
        byte[] head = stream.readNBytes(count);
        stream.reset();
        return head;
    }

    private void requireText(byte[] head) {
        place.moveTo(1);
        if (head.length == 0) {
            throw place.wrong(emptyMistake());
        }
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
                throw place.wrong("no-text");
            }
        }
    }

    private static int afterByteOrderMark(byte[] head) {
        byte[] mark = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
        return head.length >= 3 && Arrays.equals(head, 0, 3, mark, 0, 3) ? 3 : 0;
    }

    /** Refuses what is not UTF-8, instead of putting question marks into names. */
    static Reader utf8(InputStream text) {
        return new InputStreamReader(text, StandardCharsets.UTF_8.newDecoder());
    }

    private FileMistake damaged(IOException e) {
        if (e instanceof Unpacked.Swollen) {
            return place.wrong("swollen-gzip", Unpacked.LARGEST_RATIO);
        }
        return place.wrong("damaged-gzip", e.getMessage());
    }

    private FileMistake notWellFormed(XMLStreamException e) {
        if (e.getNestedException() instanceof Unpacked.Damaged damaged) {
            return damaged(damaged);
        }
        if (e.getNestedException() instanceof BoundedMarkup.TooLong) {
            return place.wrong("long-markup");
        }
        place.moveTo(e.getLocation() == null ? 0 : e.getLocation().getLineNumber());
        String[] lines = e.getMessage().split("\n");
        return place.wrong("xml", lines[lines.length - 1].replaceFirst("^Message: ", ""));
    }

    private static String innermost(Throwable e) {
        return e.getCause() == null ? e.getMessage() : innermost(e.getCause());
    }
}
