package org.optimizer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same tables as spreadsheets write them. Those in {@code libreoffice-*} LibreOffice 7.4 wrote, in French and in English;
 * the others are in the shapes in which Excel writes them.
 */
class FlavoursTest {
    private static final Path UPLOADS = Path.of("src/test/resources/uploads");
    private static final SortedMap<String, String> BASE = base();

    private static SortedMap<String, String> base() {
        TreeMap<String, String> files =
                new TreeMap<>(RuleFiles.read(RulesFolder.SHIPPED).content());
        list(UPLOADS.resolve("base")).forEach(file -> files.put(name(file), text(file)));
        return files;
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> files() {
        return list(UPLOADS).stream()
                .filter(folder -> !name(folder).equals("base"))
                .flatMap(folder -> list(folder).stream());
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadAsTheTableItWas(Path file) {
        Upload upload = RuleTables.read(name(file), bytes(file), BASE);
        assertThat(upload.problems().stream().map(each -> RuleTables.say(each, Locale.ENGLISH)))
                .isEmpty();
        assertThat(upload.files()).isEqualTo(BASE);
    }

    /** Held against a table in which each number is another one: what came is what was meant, not what was there. */
    @ParameterizedTest
    @MethodSource("files")
    void isReadAsTheTableItWasWhateverThereIsNow(Path file) throws Refused {
        byte[] content = bytes(file);
        List<RawSheet> sheets =
                OfficeFile.isZip(content) ? SheetReader.read(content) : List.of(CsvFlavours.read(name(file), content));
        for (RawSheet sheet : sheets) {
            UploadedHeads heads = UploadedHeads.find(sheet, BASE).orElseThrow();
            String table = heads.form().tableFile();
            Problems problems = new Problems();
            CsvSheet empty = new CsvSheet(CsvSheet.of(BASE.get(table)).heads(), List.of());
            CsvSheet read =
                    UploadedTable.read(sheet, heads, empty.text(), problems).sheet();
            boolean ambiguous =
                    problems.all().stream().anyMatch(each -> each.code().equals("two-numbers"));
            assertThat(ambiguous)
                    .as("whole numbers alone with a comma between the thousands: nobody can tell")
                    .isEqualTo(file.endsWith("excel-en-utf8/idle.csv"));
            if (!ambiguous) {
                assertThat(problems.all()).isEmpty();
                assertThat(plain(read)).isEqualTo(plain(CsvSheet.of(BASE.get(table))));
            }
        }
    }

    private static List<List<String>> plain(CsvSheet sheet) {
        return sheet.rows().stream()
                .map(row -> row.stream().map(FlavoursTest::plain).toList())
                .toList();
    }

    private static String plain(String cell) {
        return cell.matches("-?[0-9]{1,9}(\\.[0-9]+)?") ? NumberType.plain(Double.parseDouble(cell)) : cell;
    }

    /** The failing control: what is not English and plain, the strict reader of the folder does not take. */
    @Test
    void theStrictReaderOfTheFolderTakesNoneOfThem() {
        long taken = files().filter(file -> name(file).endsWith(".csv"))
                .filter(file -> !name(file.getParent()).contains("-en-"))
                .filter(file -> {
                    Problems problems = new Problems();
                    String table = name(file).replace(".csv", "");
                    TableForm form = Forms.TABLES.stream()
                            .filter(each -> each.name().equals(table))
                            .findFirst()
                            .orElseThrow();
                    CsvTable.read(form.tableFile(), text(file), form.tableColumns(), problems);
                    return problems.none();
                })
                .count();
        System.out.println(
                "Flavours: " + files().count() + " files read as they were meant; by the strict reader " + taken);
        assertThat(taken).isZero();
    }

    @ParameterizedTest
    @MethodSource
    void aWrongCellHasItsMessageInBothLanguages(String row, String column, String cell, String french, String english) {
        List<String> lines = text(UPLOADS.resolve("base/manoeuvre-severity.table.csv"))
                .lines()
                .toList();
        int index = List.of(lines.get(0).split(",")).indexOf(column);
        String csv = lines.stream()
                .map(line -> line.replaceAll("\"[^\"]*\"", "x"))
                .map(line -> line.startsWith(row + ",") ? replaced(line, index, cell) : line.replace(',', ';'))
                .reduce("", (all, line) -> all + line + "\r\n");
        Upload upload = RuleTables.read("manoeuvre-severity.csv", csv.getBytes(StandardCharsets.UTF_8), BASE);
        assertThat(upload.problems()).hasSize(1);
        assertThat(RuleTables.say(upload.problems().get(0), Locale.FRENCH).replace('\u00a0', ' '))
                .startsWith("Force d’une manœuvre, ligne ")
                .endsWith(french);
        assertThat(RuleTables.say(upload.problems().get(0), Locale.ENGLISH))
                .startsWith("How hard a manoeuvre is, ")
                .endsWith(english);
        assertThat(upload.files()).isEqualTo(BASE);
    }

    private static String replaced(String line, int index, String cell) {
        String[] cells = line.split(",", -1);
        cells[index] = cell;
        return String.join(";", cells);
    }

    static Stream<Arguments> aWrongCellHasItsMessageInBothLanguages() {
        String harsh = "van-braking-harsh";
        return Stream.of(
                arguments(
                        harsh,
                        "points",
                        "3,5",
                        "enlevez les décimales. Proposition : 4",
                        "leave out the decimals. Proposal: 4"),
                arguments(
                        harsh,
                        "points",
                        "300",
                        "choisissez une valeur dans cet intervalle. Proposition : 100",
                        "choose a value in this range. Proposal: 100"),
                arguments(
                        harsh,
                        "peak_from_mps2",
                        "1,7 m/s²",
                        "sans unité. Proposition : 1,7",
                        "without a unit. Proposal: 1.7"),
                arguments(harsh, "peak_from_mps2", "", "remplissez la cellule.", "fill the cell in."),
                arguments(harsh, "peak_from_mps2", "01/07/2026", "récrivez la valeur.", "write the value again."),
                arguments(harsh, "peak_from_mps2", "1-juil", "récrivez la valeur.", "write the value again."),
                arguments(harsh, "peak_from_mps2", "170 %", "sans unité.", "without a unit."),
                arguments(harsh, "peak_from_mps2", "#REF!", "sans unité.", "without a unit."),
                arguments(
                        harsh,
                        "peak_below_mps2",
                        "2,3",
                        "entre les lignes. Proposition : 2,4",
                        "between rows. Proposal: 2.4"),
                arguments(harsh, "points", "0,9", "dans cet intervalle. Proposition : 1", "Proposal: 1"),
                arguments(
                        "van-braking-severe",
                        "points",
                        "2",
                        "autant. Proposition : 3",
                        "let harder cost more. Proposal: 3"),
                arguments(
                        "van-braking-severe",
                        "peak_below_mps2",
                        "5",
                        "Proposition : laissez la cellule vide",
                        "Proposal: leave the cell empty"),
                arguments(
                        harsh,
                        "kind",
                        "freinage",
                        "prenez un mot de cette liste. Proposition : braking",
                        "take a word of that list. Proposal: braking"),
                arguments(harsh, "severity", "Harsh", "Proposition : harsh", "Proposal: harsh"),
                arguments(harsh, "vehicle_class", "utilitaire", "Proposition : van", "Proposal: van"),
                arguments(
                        harsh, "vehicle_class", "lorry", "prenez un mot de cette liste.", "take a word of that list."),
                arguments(
                        harsh,
                        "id",
                        "Van Freinage Brusque",
                        "Proposition : van-freinage-brusque",
                        "Proposal: van-freinage-brusque"),
                arguments(harsh, "id", "", "Proposition : van-braking-harsh", "Proposal: van-braking-harsh"),
                arguments(
                        harsh,
                        "id",
                        "van-braking-strong",
                        "Proposition : van-braking-strong-2",
                        "Proposal: van-braking-strong-2"),
                arguments(
                        harsh,
                        "why",
                        "=1+1",
                        "commencez par un mot. Proposition : 1+1",
                        "begin it with a word. Proposal: 1+1"));
    }
}
