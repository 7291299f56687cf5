package org.optimizer.standin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every message ever accepted and every receipt that reached its callback. With a file, each is a JSON line that is on
 * disk before the caller gets his answer, so that a crash neither forgets nor repeats one.
 */
final class Ledger implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final JsonFactory JSON = new JsonFactory();

    private final List<AcceptedSms> messages = new ArrayList<>();
    private final Set<String> receipted = new LinkedHashSet<>();
    private final Optional<FileChannel> file;
    private int parts;

    private Ledger(Optional<FileChannel> file) {
        this.file = file;
    }

    /** @throws UncheckedIOException when the file cannot be read or written, or a line of it is no entry */
    static Ledger open(Optional<Path> path) {
        if (path.isEmpty()) {
            return new Ledger(Optional.empty());
        }
        try {
            return open(path.get());
        } catch (IOException e) {
            throw new UncheckedIOException("SMS ledger " + path.get().toAbsolutePath() + ": " + e.getMessage(), e);
        }
    }

    private static Ledger open(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            Ledger ledger = new Ledger(Optional.of(channel));
            ledger.read(channel, path);
            return ledger;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    synchronized List<AcceptedSms> messages() {
        return List.copyOf(messages);
    }

    /** The number of parts accepted so far: what was paid for, and the number of the next message. */
    synchronized int parts() {
        return parts;
    }

    synchronized boolean isReceipted(String messageId) {
        return receipted.contains(messageId);
    }

    /** Of how many parts the receipt got through. */
    synchronized long receipts(AcceptedSms sms) {
        return sms.messageIds().stream().filter(receipted::contains).count();
    }

    synchronized void accept(AcceptedSms sms) {
        append(Json.text(json -> {
            json.writeStartObject();
            writeFields(json, sms);
            json.writeEndObject();
        }));
        add(sms);
    }

    synchronized void receipt(String messageId) {
        if (receipted.add(messageId)) {
            append(Json.text(json -> {
                json.writeStartObject();
                json.writeStringField("receipted", messageId);
                json.writeEndObject();
            }));
        }
    }

    static void writeFields(JsonGenerator json, AcceptedSms sms) throws IOException {
        json.writeStringField("at", sms.at().toString());
        json.writeStringField("to", sms.to());
        json.writeStringField("from", sms.from());
        json.writeStringField("text", sms.text());
        json.writeStringField("client-ref", sms.clientRef());
        json.writeStringField("callback", sms.callback());
        json.writeArrayFieldStart("message-ids");
        for (String id : sms.messageIds()) {
            json.writeString(id);
        }
        json.writeEndArray();
    }

    @Override
    public synchronized void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
    }

    private void add(AcceptedSms sms) {
        messages.add(sms);
        parts += sms.messageIds().size();
    }

    private void append(String line) {
        if (file.isEmpty()) {
            return;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.get().write(bytes);
            }
            file.get().force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("SMS ledger: cannot write", e);
        }
    }

    /** A last line without its end is what a crash leaves: nobody got an answer for it, so it is cut off. */
    private void read(FileChannel channel, Path path) throws IOException {
        String text = Files.readString(path);
        int whole = text.lastIndexOf('\n') + 1;
        String[] lines = text.substring(0, whole).split("\n");
        for (int line = 0; line < lines.length; line++) {
            readLine(lines[line], path, line + 1);
        }
        if (whole < text.length()) {
            LOG.warn("SMS ledger {}: half a line at the end was cut off", path);
        }
        long end = text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length;
        channel.truncate(end).position(end);
    }

    private void readLine(String line, Path path, int number) throws IOException {
        if (line.isEmpty()) {
            return;
        }
        try (JsonParser json = JSON.createParser(line)) {
            Entry entry = Entry.read(json);
            if (entry.receipted != null) {
                receipted.add(entry.receipted);
            } else {
                add(entry.sms());
            }
        } catch (IOException | RuntimeException e) {
            throw new IOException(
                    path + " line " + number + ": expected an accepted message or a receipt as JSON; move the file away"
                            + " to start a new ledger",
                    e);
        }
    }

    /** A line while it is read. */
    private static final class Entry {
        private String at;
        private String to;
        private String from;
        private String text;
        private String clientRef;
        private String callback;
        private String receipted;
        private final List<String> messageIds = new ArrayList<>();

        static Entry read(JsonParser json) throws IOException {
            Entry entry = new Entry();
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                entry.set(name, json);
            }
            return entry;
        }

        AcceptedSms sms() {
            return new AcceptedSms(Instant.parse(at), to, from, text, clientRef, callback, messageIds);
        }

        private void set(String name, JsonParser json) throws IOException {
            switch (name) {
                case "at" -> at = json.getText();
                case "to" -> to = json.getText();
                case "from" -> from = json.getText();
                case "text" -> text = json.getText();
                case "client-ref" -> clientRef = json.getText();
                case "callback" -> callback = json.getText();
                case "receipted" -> receipted = json.getText();
                case "message-ids" -> {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        messageIds.add(json.getText());
                    }
                }
                default -> json.skipChildren();
            }
        }
    }
}
