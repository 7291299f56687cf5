package org.optimizer.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A BPMN file, read before the engine reads it: for the line of a mistake, and for what the engine notices too late. */
final class ProcessFile {
    private static final XMLInputFactory XML = factory();
    /** Written for people: what looks like an expression there is none. */
    private static final Set<String> PROSE = Set.of("documentation", "text", "script");

    private final Path file;
    private final Function<String, List<String>> check;
    private final List<String> mistakes = new ArrayList<>();

    private ProcessFile(Path file, Function<String, List<String>> check) {
        this.file = file;
        this.check = check;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /**
     * What is wrong in a file, each with its line.
     *
     * @param check what is wrong with an expression; empty when nothing is
     */
    static List<String> mistakes(Path file, Function<String, List<String>> check) {
        ProcessFile process = new ProcessFile(file, check);
        process.read();
        return process.mistakes;
    }

    private void read() {
        try (InputStream content = Files.newInputStream(file)) {
            examine(XML.createXMLStreamReader(content));
        } catch (XMLStreamException e) {
            mistakes.add(at(e.getLocation().getLineNumber()) + "expected XML, found: " + reason(e) + "; mend it");
        } catch (IOException e) {
            throw new UncheckedIOException("file " + file + ": cannot be read", e);
        }
    }

    private void examine(XMLStreamReader reader) throws XMLStreamException {
        String element = "";
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                element = reader.getLocalName();
                examineAttributes(reader);
            } else if (event == XMLStreamReader.CHARACTERS && !PROSE.contains(element)) {
                examine(reader, reader.getText());
            }
        }
    }

    private void examineAttributes(XMLStreamReader reader) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            examine(reader, reader.getAttributeValue(i));
        }
    }

    private void examine(XMLStreamReader reader, String text) {
        if (text.contains("${") || text.contains("#{")) {
            String place = at(reader.getLocation().getLineNumber());
            check.apply(text.strip()).forEach(mistake -> mistakes.add(place + mistake));
        }
    }

    private String at(int line) {
        return "file " + file + ":" + line + ": ";
    }

    /** The parser's words without the place, which is said already. */
    private static String reason(XMLStreamException e) {
        return e.getMessage().replaceFirst("(?s)^ParseError at .*?\\RMessage: ", "");
    }
}
