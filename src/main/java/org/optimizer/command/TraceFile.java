package org.optimizer.command;

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
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;

/** One trace file, whose form is told by its content: CSV, GPX or MyCarTracks JSON, packed with gzip or not. */
final class TraceFile {
    private static final int LOOK_AHEAD = 4096;

    private final Path path;
    private final Place place;
    private final Optional<String> vehicle;

    /** @param vehicle whose recording it is, where the file does not say so */
    TraceFile(Path path, Optional<String> vehicle) {
        this.path = path;
        this.place = new Place(path.toString());
        this.vehicle = vehicle;
    }

    /** Adds the file's fixes. @throws InputException naming file and line, when it cannot be read to its end */
    void readInto(Recordings recordings, Progress progress) {
        requireFile();
        try (InputStream raw = new BufferedInputStream(progress.watch(Files.newInputStream(path)), 1 << 16)) {
            read(raw, recordings);
        } catch (EOFException | ZipException e) {
            throw place.wrong("the gzip file is damaged or cut off after this line (" + e.getMessage() + ")");
        } catch (CharacterCodingException e) {
            throw place.wrong("expected text in UTF-8, found other bytes after this line");
        } catch (JacksonException e) {
            place.moveTo(e.getLocation() == null ? 0 : e.getLocation().getLineNr());
            throw place.wrong("not well-formed JSON: " + e.getOriginalMessage());
        } catch (XMLStreamException e) {
            throw notWellFormed(e);
        } catch (CsvParseException e) {
            throw place.wrong("not well-formed CSV after this line: " + innermost(e));
        } catch (IOException e) {
            throw place.wrong("cannot be read: " + e.getMessage());
        }
    }

    private void requireFile() {
        if (Files.isDirectory(path)) {
            throw place.wrong("expected a trace file, found a directory");
        }
        if (!Files.exists(path)) {
            throw place.wrong("there is no such file");
        }
        if (!Files.isReadable(path)) {
            throw place.wrong("the file may not be read by this user");
        }
    }

    private void read(InputStream raw, Recordings recordings) throws IOException, XMLStreamException {
        InputStream text = unpacked(raw);
        byte[] head = peek(text, LOOK_AHEAD);
        int start = afterByteOrderMark(head);
        requireText(head);
        text.skipNBytes(start);
        char first = firstCharacter(head, start);
        if (first == '<') {
            new GpxReader(place, vehicleOfFile(), recordings).read(text);
        } else if (first == '{' || first == '[') {
            new TrackpointsReader(place, vehicleOfFile(), recordings).read(text);
        } else {
            new CsvTraceReader(place, vehicle, recordings).read(utf8(text));
        }
    }

    private InputStream unpacked(InputStream raw) throws IOException {
        byte[] head = peek(raw, 2);
        if (head.length == 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
            return new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16);
        }
        if (head.length > 0 && path.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
            throw place.wrong("not a gzip file, though its name ends in .gz: unpack it, or name it after what it is");
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
            throw place.wrong("the file is empty: expected CSV with a header, GPX 1.1 or MyCarTracks JSON");
        }
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
                throw place.wrong("not a text file: expected CSV, GPX or JSON in UTF-8, plain or packed with gzip");
            }
        }
    }

    private static int afterByteOrderMark(byte[] head) {
        byte[] mark = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
        return head.length >= 3 && Arrays.equals(head, 0, 3, mark, 0, 3) ? 3 : 0;
    }

    private static char firstCharacter(byte[] head, int start) {
        int i = start;
        while (i < head.length && head[i] <= ' ' && head[i] >= 0) {
            i++;
        }
        return i < head.length ? (char) (head[i] & 0xff) : ' ';
    }

    /** Refuses what is not UTF-8, instead of putting question marks into names. */
    private static Reader utf8(InputStream text) {
        return new InputStreamReader(text, StandardCharsets.UTF_8.newDecoder());
    }

    private String vehicleOfFile() {
        return vehicle.orElseGet(() -> path.getFileName()
                .toString()
                .replaceFirst("(?i)\\.gz$", "")
                .replaceFirst("(?i)\\.(gpx|json|xml)$", ""));
    }

    private InputException notWellFormed(XMLStreamException e) {
        if (e.getNestedException() instanceof EOFException || e.getNestedException() instanceof ZipException) {
            return place.wrong("the gzip file is damaged or cut off after this line ("
                    + e.getNestedException().getMessage() + ")");
        }
        place.moveTo(e.getLocation() == null ? 0 : e.getLocation().getLineNumber());
        String[] lines = e.getMessage().split("\n");
        return place.wrong("not well-formed XML: " + lines[lines.length - 1].replaceFirst("^Message: ", ""));
    }

    private static String innermost(Throwable e) {
        return e.getCause() == null ? e.getMessage() : innermost(e.getCause());
    }
}
