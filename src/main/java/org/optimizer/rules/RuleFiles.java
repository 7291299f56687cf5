package org.optimizer.rules;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a rules folder by name: tables, templates and cases; what else lies there is nobody's rule. */
record RuleFiles(SortedMap<String, String> content) {
    private static final List<String> ENDINGS = List.of(".table.csv", ".cases.csv", ".drt", ".drl");

    RuleFiles {
        content = Collections.unmodifiableSortedMap(new TreeMap<>(content));
    }

    static RuleFiles of(Map<String, String> files) {
        return new RuleFiles(new TreeMap<>(files));
    }

    /** @throws RulesException when the folder is missing or one of its files is not UTF-8 */
    static RuleFiles read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new RulesException("rules folder " + folder.toAbsolutePath()
                    + ": expected a folder with tables, found none; set optimizer.folders.rules or restore the folder");
        }
        TreeMap<String, String> files = new TreeMap<>();
        for (Path file : list(folder)) {
            files.put(file.getFileName().toString(), text(file));
        }
        return new RuleFiles(files);
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> ENDINGS.stream()
                            .anyMatch(ending -> file.getFileName().toString().endsWith(ending)))
                    .toList();
        } catch (IOException e) {
            throw new RulesException("rules folder " + folder.toAbsolutePath() + ": cannot be listed: " + e, e);
        }
    }

    private static String text(Path file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RulesException(
                    file.getFileName()
                            + ": expected UTF-8 text, found another encoding; save the file as \"CSV UTF-8\"",
                    e);
        } catch (IOException e) {
            throw new RulesException(file.toAbsolutePath() + ": cannot be read: " + e, e);
        }
    }

    /**
     * A version that is older than the product: tables and figures that came since are answered by newer files, whatever it says
     * itself stays.
     */
    RuleFiles completedBy(RuleFiles newer) {
        TreeMap<String, String> files = new TreeMap<>(newer.content);
        files.putAll(content);
        String figures = TableForms.CONTEST.tableFile();
        if (content.containsKey(figures)) {
            files.put(figures, withMissingRows(content.get(figures), newer.content.get(figures)));
        }
        return new RuleFiles(files);
    }

    /** Templates and rules, which may say anything, and of the tables these alone. */
    RuleFiles rulesOver(Set<String> tableFiles) {
        TreeMap<String, String> files = new TreeMap<>(content);
        files.keySet().removeIf(name -> !isCode(name) && !tableFiles.contains(name));
        return new RuleFiles(files);
    }

    private static boolean isCode(String name) {
        return name.endsWith(".drt") || name.endsWith(".drl");
    }

    /** However the two were quoted: a table may have been saved by a spreadsheet meanwhile. */
    private static String withMissingRows(String table, String newer) {
        CsvSheet own = CsvSheet.of(table);
        List<List<String>> rows = new ArrayList<>(own.rows());
        CsvSheet.of(newer).rows().stream()
                .filter(row -> own.find(row.get(0)) < 0)
                .forEach(rows::add);
        return new CsvSheet(own.heads(), rows).text();
    }

    /** {@code sha256:} over names and bytes, in the order of names. */
    String version() {
        MessageDigest digest = sha256();
        content.forEach((name, text) -> {
            update(digest, name);
            update(digest, text);
        });
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    /** With its length before it, so that no two folders can look alike. */
    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
