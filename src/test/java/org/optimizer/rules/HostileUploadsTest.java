package org.optimizer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;
import org.optimizer.model.Rulebook;

/** Promises R16 and R18: whatever is sent, no code runs, no formula comes in or goes out, and the memory holds. */
class HostileUploadsTest {
    private static final SortedMap<String, String> SHIPPED =
            RuleFiles.read(RulesFolder.SHIPPED).content();
    private static final Map<String, byte[]> FILES = HostileFiles.all(SHIPPED);
    private static final long MOST_HEAP = 128L << 20;

    @TempDir
    private Path temp;

    @Test
    void noFileThatIsSentRunsAnything() throws IOException {
        Map<String, byte[]> files = FILES;
        System.clearProperty(HostileFiles.CANARY);
        long children = ProcessHandle.current().children().count();
        List<String> accepted = new ArrayList<>();
        Path recording = temp.resolve("uploads.jfr");
        try (Recording jfr = new Recording()) {
            jfr.enable("jdk.ProcessStart");
            jfr.enable("jdk.SocketRead").withoutThreshold();
            jfr.enable("jdk.SocketWrite").withoutThreshold();
            jfr.enable("jdk.FileWrite").withoutThreshold();
            jfr.enable("jdk.FileRead").withoutThreshold();
            jfr.start();
            files.forEach((name, content) -> {
                if (isAcceptedAndFired(name, content)) {
                    accepted.add(name);
                }
            });
            jfr.stop();
            jfr.dump(recording);
        }
        List<String> traces = traces(recording);
        long executions = traces.size()
                + (System.getProperty(HostileFiles.CANARY) == null ? 0 : 1)
                + ProcessHandle.current().children().count()
                - children
                + (Files.exists(Path.of("/tmp", HostileFiles.CANARY)) ? 1 : 0);
        System.out.println("R16: " + files.size() + " hostile files, " + accepted.size()
                + " with a harmless remark accepted, compiled and fired, executions " + executions);
        assertThat(files).hasSizeGreaterThan(40);
        assertThat(traces).isEmpty();
        assertThat(executions).isZero();
        assertThat(accepted).as("only what stands in a remark").allMatch(name -> name.contains("-why."));
        assertThat(accepted).as("a remark that begins a formula").noneMatch(name -> name.startsWith("formula"));
        assertThat(accepted).as("so that compiling and firing was tried at all").hasSizeGreaterThan(10);
    }

    /** An accepted set is compiled and asked; a refused one leaves the base as it was, and says why in both languages. */
    private static boolean isAcceptedAndFired(String name, byte[] content) {
        Upload upload = RuleTables.read(name, content, SHIPPED);
        if (upload.problems().isEmpty()) {
            Rulebook rulebook = DraftRules.compile(upload.files());
            assertThat(rulebook.relative("any"))
                    .as(name)
                    .isEqualTo(RulesFolder.shipped().relative("any"));
            return true;
        }
        assertThat(upload.files()).as(name).isEqualTo(SHIPPED);
        for (CellProblem problem : upload.problems()) {
            assertThat(RuleTables.say(problem, Locale.FRENCH)).isNotBlank();
            assertThat(RuleTables.say(problem, Locale.ENGLISH)).isNotBlank();
        }
        return false;
    }

    /** Processes, calls, files written, and files read that are nobody's class or rule. */
    private static List<String> traces(Path recording) throws IOException {
        List<String> traces = new ArrayList<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(recording)) {
            String name = event.getEventType().getName();
            String path = event.hasField("path") ? String.valueOf(event.getString("path")) : "";
            boolean ours =
                    name.equals("jdk.FileRead") && !path.startsWith("/etc/") && !path.contains(HostileFiles.CANARY)
                            || name.equals("jdk.FileWrite")
                                    && (path.isEmpty() || path.endsWith(".jfr") || path.equals("null"));
            if (!ours) {
                traces.add(name + " " + path);
            }
        }
        return traces;
    }

    /** The failing control: the oracle sees a rule that does run code, where Drools is given one without our checks. */
    @Test
    void theCanaryShowsWhereCodeDoesRun() {
        System.clearProperty(HostileFiles.CANARY);
        String code = "java.lang.System.setProperty(\"" + HostileFiles.CANARY + "\", \"x\");";
        try {
            fire("package rules; rule \"canary\" dialect \"mvel\" when then " + code + " end");
            assertThat(System.getProperty(HostileFiles.CANARY)).isEqualTo("x");
        } finally {
            System.clearProperty(HostileFiles.CANARY);
        }
    }

    private static void fire(String rules) {
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
        builder.add(ResourceFactory.newByteArrayResource(rules.getBytes(StandardCharsets.UTF_8)), ResourceType.DRL);
        assertThat(builder.getErrors()).isEmpty();
        try (KieSession session = builder.newKieBase().newKieSession()) {
            session.fireAllRules();
        }
    }

    /** The same in a file of the folder is refused before it is compiled. */
    @Test
    void codeInAnEngineersFileIsRefused() {
        TreeMap<String, String> files = new TreeMap<>(SHIPPED);
        files.computeIfPresent(
                "relative.drt",
                (name, text) -> text.replace(
                        "$it.is(", "java.lang.System.setProperty(\"" + HostileFiles.CANARY + "\", \"x\"); $it.is("));
        assertThat(files.get("relative.drt")).isNotEqualTo(SHIPPED.get("relative.drt"));

        assertThatThrownBy(() -> DraftRules.compile(files))
                .isInstanceOf(RulesException.class)
                .hasMessageStartingWith("relative.drt: expected rules that look at one question");
        assertThat(System.getProperty(HostileFiles.CANARY)).isNull();
    }

    @Test
    void noJavaCompilerIsNeededOrThere() {
        List<String> compilers = List.of(
                "org.drools.ecj.EclipseJavaCompiler",
                "org.eclipse.jdt.internal.compiler.Compiler",
                "org.eclipse.jdt.core.compiler.batch.BatchCompiler",
                "org.codehaus.janino.SimpleCompiler");
        List<String> found =
                compilers.stream().filter(HostileUploadsTest::isThere).toList();
        System.out.println(
                "R16: Java compilers on the classpath " + found.size() + " of " + compilers.size() + " looked for");
        assertThat(found).isEmpty();
    }

    private static boolean isThere(String name) {
        try {
            Class.forName(name, false, HostileUploadsTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            return false;
        }
    }

    @Test
    void bombsAndFormulasAreRefusedAndTheMemoryHolds() {
        Map<String, byte[]> files = new HashMap<>(FILES);
        files.keySet()
                .removeIf(name -> !name.contains(".xls") && !name.startsWith("formula") && name.contains("-why."));
        long peak = 0;
        long slowestMs = 0;
        int accepted = 0;
        String worst = "";
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            long before = settled();
            long start = System.nanoTime();
            Upload upload = RuleTables.read(file.getKey(), file.getValue(), SHIPPED);
            slowestMs = Math.max(slowestMs, (System.nanoTime() - start) / 1_000_000);
            long used = peak() - before;
            if (used > peak) {
                peak = used;
                worst = file.getKey();
            }
            accepted += upload.problems().isEmpty() ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "R18: %d bombs, formulas and damaged files, accepted %d, peak heap %.1f MB (%s), slowest %d ms%n",
                files.size(),
                accepted,
                peak / 1048576.0,
                worst,
                slowestMs);
        assertThat(accepted).isZero();
        assertThat(peak).isLessThan(MOST_HEAP);
    }

    /** The failing control of the measurement: the bomb unpacked as it claims to be is far more than we allow. */
    @Test
    void aBombThatIsUnpackedIsSeen() throws IOException {
        byte[] bomb = FILES.get("bomb.xlsx");
        long size = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bomb))) {
            byte[] buffer = new byte[1 << 16];
            for (ZipEntry entry = zip.getNextEntry();
                    entry != null && size < 4 * MOST_HEAP;
                    entry = zip.getNextEntry()) {
                for (int read = zip.read(buffer); read >= 0 && size < 4 * MOST_HEAP; read = zip.read(buffer)) {
                    size += read;
                }
            }
        }
        assertThat(size).isGreaterThanOrEqualTo(4 * MOST_HEAP);
        assertThat(bomb.length).isLessThan(Uploads.MOST_BYTES);
    }

    private static long settled() {
        System.gc();
        long used = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                pool.resetPeakUsage();
                used += pool.getUsage().getUsed();
            }
        }
        return used;
    }

    /** At most: the pools need not have had their peaks at the same time. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    @Test
    void noCellGoesOutAsAFormulaAndEachComesBack() throws IOException {
        String[] remarks = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'=1", "''@x", "=CMD|'/c calc'!A0", "plain"};
        int formulas = 0;
        for (String remark : remarks) {
            CsvSheet sheet = CsvSheet.of(SHIPPED.get("relative.table.csv")).with(0, CaseForm.WHY, remark.strip());
            TreeMap<String, String> files = new TreeMap<>(SHIPPED);
            files.put("relative.table.csv", sheet.text());
            byte[] workbook = RuleTables.workbook(files, Locale.FRENCH, Map.of());
            formulas += formulas(workbook);
            assertThat(RuleTables.read("x.xlsx", workbook, files).files()).isEqualTo(files);
        }
        System.out.println("R18: formulas in workbooks that went out " + formulas);
        assertThat(formulas).isZero();
    }

    /** Cells that are one, and texts that would become one when somebody edits them. */
    private static int formulas(byte[] workbook) throws IOException {
        int count = 0;
        try {
            for (byte[] part : OfficeFile.parts(workbook).values()) {
                String text = new String(part, java.nio.charset.StandardCharsets.UTF_8);
                count += text.contains("<f>") || text.contains("<f ") ? 1 : 0;
                count += java.util.regex.Pattern.compile("<t[^>]*>[=+\\-@\\t]")
                                .matcher(text)
                                .find()
                        ? 1
                        : 0;
            }
        } catch (Refused e) {
            throw new AssertionError(e);
        }
        return count;
    }
}
