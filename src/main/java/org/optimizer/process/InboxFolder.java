package org.optimizer.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The inbox folder on disk. A file is whose atomic rename into the folder {@code taken} succeeds; its new name says since when, so
 * that what a killed node had taken can be taken again. Safe for several nodes on one folder.
 */
class InboxFolder {
    private static final Set<String> UNFINISHED = Set.of(".part", ".tmp", ".filepart", ".crdownload", "~");
    private static final Pattern TAKEN = Pattern.compile("(\\d{13})-[0-9a-f]{8}~(.*)", Pattern.DOTALL);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** Bytes; file systems take 255, and stamps and endings are added. */
    private static final int LONGEST_NAME = 150;

    private final Path root;
    private final Path taken;
    private final Path done;
    private final Path failed;
    private final Duration settle;
    private Map<String, Seen> seen = new HashMap<>();

    InboxFolder(InboxSettings settings) {
        this.root = settings.folder().toAbsolutePath().normalize();
        this.taken = root.resolve("taken");
        this.done = root.resolve("done");
        this.failed = root.resolve("failed");
        this.settle = settings.settle();
    }

    /** How a file looked, and since when it looks so. */
    private record Seen(long bytes, FileTime changed, Instant since) {
        private boolean isSame(BasicFileAttributes now) {
            return bytes == now.size() && changed.equals(now.lastModifiedTime());
        }
    }

    /** A file that is ours. @param name the one it was dropped with, made harmless */
    record Taken(Path path, String name) {}

    Path root() {
        return root;
    }

    void make() {
        try {
            for (Path folder : List.of(taken, done, failed)) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "optimizer.inbox.folder " + root + ": expected a folder in which files may be made, found " + e
                            + "; make it, or set another",
                    e);
        }
    }

    /** What has been there unchanged for long enough, by name. */
    List<Path> ready(Instant now) {
        Map<String, Seen> current = new HashMap<>();
        List<Path> ready = new ArrayList<>();
        for (Path path : entries()) {
            attributes(path).ifPresent(attributes -> {
                String name = path.getFileName().toString();
                Seen before = seen.get(name);
                Seen after = before != null && before.isSame(attributes)
                        ? before
                        : new Seen(attributes.size(), attributes.lastModifiedTime(), now);
                current.put(name, after);
                if (!isUnfinished(name) && !now.isBefore(after.since.plus(settle))) {
                    ready.add(path);
                }
            });
        }
        seen = current;
        return ready;
    }

    private List<Path> entries() {
        return list(root).stream()
                .filter(path -> !List.of(taken, done, failed).contains(path))
                .toList();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted(Comparator.comparing(Path::toString)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("inbox " + folder + ": cannot be listed", e);
        }
    }

    /** Empty when somebody else was faster. Links are looked at, not followed. */
    private static Optional<BasicFileAttributes> attributes(Path path) {
        try {
            return Optional.of(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static boolean isUnfinished(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(".") || UNFINISHED.stream().anyMatch(lower::endsWith);
    }

    /** Empty when somebody else was faster. */
    Optional<Taken> take(Path path, Instant now) {
        return rename(path, harmless(path.getFileName().toString()), now);
    }

    /** What somebody took before a time and never finished. */
    List<Taken> takeAgain(Instant before, Instant now) {
        List<Taken> again = new ArrayList<>();
        for (Path path : list(taken)) {
            Matcher name = TAKEN.matcher(path.getFileName().toString());
            if (name.matches() && Long.parseLong(name.group(1)) <= before.toEpochMilli()) {
                rename(path, name.group(2), now).ifPresent(again::add);
            }
        }
        return again;
    }

    private Optional<Taken> rename(Path path, String name, Instant now) {
        String token = UUID.randomUUID().toString().substring(0, 8);
        Path target = taken.resolve("%013d-%s~%s".formatted(now.toEpochMilli(), token, name));
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
            return Optional.of(new Taken(target, name));
        } catch (NoSuchFileException somebodyElses) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("inbox " + path + ": cannot be moved to " + target, e);
        }
    }

    /** @param hash of the content, so that two files of one name and second keep apart */
    String keptName(String name, Instant now, String hash) {
        int dot = name.toLowerCase(Locale.ROOT).endsWith(".gz")
                ? name.lastIndexOf('.', name.length() - 4)
                : name.lastIndexOf('.');
        int end = dot > 0 ? dot : name.length();
        String unique = hash.isEmpty() ? UUID.randomUUID().toString() : hash;
        return name.substring(0, end) + "." + STAMP.format(now) + "-" + unique.substring(0, 6) + name.substring(end);
    }

    void moveToDone(Taken file, String keptName, Instant now) {
        move(file, done.resolve(keptName), now);
    }

    /** @param reason for a person, put beside the file */
    void moveToFailed(Taken file, String keptName, String reason, Instant now) {
        try {
            Files.writeString(failed.resolve(keptName + ".reason.txt"), reason);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "inbox " + failed + ": the reason for " + keptName + " cannot be written", e);
        }
        move(file, failed.resolve(keptName), now);
    }

    private static void move(Taken file, Path target, Instant now) {
        try {
            if (Files.isRegularFile(file.path, LinkOption.NOFOLLOW_LINKS)) {
                Files.setLastModifiedTime(file.path, FileTime.from(now));
            }
            Files.move(file.path, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException takenForDead) {
            // another node has it, and finds what is stored already
        } catch (IOException e) {
            throw new UncheckedIOException("inbox " + file.path + ": cannot be moved to " + target, e);
        }
    }

    /** To be tried later; where a new file has its name by now it stays until it is taken again. */
    void putBack(Taken file) {
        try {
            Files.move(file.path, root.resolve(file.name));
        } catch (FileAlreadyExistsException | NoSuchFileException later) {
            // it is not lost: see takeAgain
        } catch (IOException e) {
            throw new UncheckedIOException("inbox " + file.path + ": cannot be moved back", e);
        }
    }

    /** Removes what has been in done and failed for long enough. */
    void forget(Instant before) {
        for (Path folder : List.of(done, failed)) {
            for (Path path : list(folder)) {
                attributes(path)
                        .filter(found -> found.isRegularFile()
                                && found.lastModifiedTime().toInstant().isBefore(before))
                        .ifPresent(old -> delete(path));
            }
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("inbox " + path + ": cannot be deleted", e);
        }
    }

    List<Inbox.Waiting> waiting() {
        List<Inbox.Waiting> waiting = new ArrayList<>();
        for (Path path : entries()) {
            String name = path.getFileName().toString();
            attributes(path)
                    .ifPresent(found -> waiting.add(new Inbox.Waiting(
                            name,
                            found.size(),
                            found.lastModifiedTime().toInstant(),
                            isUnfinished(name) ? "unfinished" : "waiting")));
        }
        for (Path path : list(taken)) {
            Matcher name = TAKEN.matcher(path.getFileName().toString());
            if (name.matches()) {
                Instant since = Instant.ofEpochMilli(Long.parseLong(name.group(1)));
                attributes(path)
                        .ifPresent(
                                found -> waiting.add(new Inbox.Waiting(name.group(2), found.size(), since, "taken")));
            }
        }
        return waiting;
    }

    /**
     * Puts a file into the folder, under a name that nothing there has.
     *
     * @return the name
     */
    String add(String name, InputStream content) throws IOException {
        make();
        Path part = root.resolve("." + UUID.randomUUID() + ".part");
        try {
            Files.copy(content, part);
            return giveName(part, harmless(name));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** A name is taken by making an empty file of it, which fails where there is one, unlike a rename. */
    private String giveName(Path part, String name) throws IOException {
        String free = name;
        for (int number = 2; ; number++) {
            try {
                Files.move(part, Files.createFile(root.resolve(free)), StandardCopyOption.ATOMIC_MOVE);
                return free;
            } catch (FileAlreadyExistsException used) {
                int dot = name.indexOf('.') > 0 ? name.indexOf('.') : name.length();
                free = name.substring(0, dot) + "-" + number + name.substring(dot);
            }
        }
    }

    /** A name that is only a name: no path, nothing hidden, nothing that a terminal or this machine's names cannot show. */
    static String harmless(String name) {
        CharsetEncoder encoder =
                Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")).newEncoder();
        StringBuilder safe = new StringBuilder();
        name.codePoints().forEach(c -> {
            String one = Character.toString(c);
            boolean plain = Character.isLetterOrDigit(c) || "._-+() #@,=".contains(one);
            safe.append(plain && encoder.canEncode(one) ? one : "_");
        });
        String cut = shortened(safe.toString());
        return cut.startsWith(".") || cut.isBlank() ? "_" + cut : cut;
    }

    /** The beginning names the vehicle, the end the format. */
    private static String shortened(String name) {
        if (bytes(name) <= LONGEST_NAME) {
            return name;
        }
        String end = name.substring(name.length() - 16);
        int length = name.length() - 16;
        while (bytes(name.substring(0, length)) + bytes(end) > LONGEST_NAME) {
            length--;
        }
        return name.substring(0, length) + end;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
