package org.optimizer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optimizer.model.Rulebook;

/** What stands in a cell is data: it is refused or does nothing, it never becomes a rule's code. */
class HostileCellsTest {
    private static final String FILE = "contest.table.csv";
    private static final List<Column> COLUMNS = TableForms.CONTEST.tableColumns();

    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "x\" salience 9 when then System.exit(3); end rule \"y",
                "\"); System.exit(3); (\"",
                "@{id}",
                "@{java.lang.Runtime.getRuntime().exec('x')}",
                "a\nb",
                "a\r\nthen System.exit(3); end",
                "\\u0022);System.exit(3);//",
                "a\u0000b",
                "a\u2028b",
                "\u202eab",
                "${x}",
                "=1+1",
                "1.0); System.exit(3); (1",
                "0.8B",
                "0x1.8p3",
                "Infinity",
                "\u0661",
                "-",
                "1_0"
            })
    void isRefusedAsANameANumberAndAWord(String cell) {
        assertRefused(Column.id("id"), cell);
        assertRefused(Column.number("value", "km", 0, 1000), cell);
        assertRefused(Column.numberOrBlank("value", "km", 0, 1000, 0), cell);
        assertRefused(Column.word("class", TableForms.CLASSES), cell);
        assertRefused(Column.words("classes", TableForms.CLASSES), cell);
        assertRefused(Column.words("classes", TableForms.CLASSES), "van|" + cell);
    }

    private static void assertRefused(Column column, String cell) {
        assertThatThrownBy(() -> column.type().parse(cell.strip())).isInstanceOf(BadCell.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\"\" salience 9 when then System.exit(3); end",
                "*/ end rule z when then System.exit(3); end /*",
                "@{id} @{value}",
                "first line\nend\nrule \"\"z\"\"",
                "\\u0022); System.exit(3);",
                "// # ; )"
            })
    void doesNothingInARemark(String cell) {
        RulesFolder rules = RulesFolder.copyInto(temp);
        Rulebook before = RulesFolder.shipped();
        Rulebook hostile = rules.edit(FILE, "Poids d'une semaine par rapport à la suivante", "\"" + cell + "\"")
                .shelf()
                .current();
        assertThat(hostile.contest()).isEqualTo(before.contest());
        assertThat(hostile.version()).isNotEqualTo(before.version());
    }

    @Test
    void aRemarkIsInNoRule() {
        Problems problems = new Problems();
        List<Row> rows = CsvTable.read(FILE, "id,value,why\ndecay,0.8,SECRET\n", COLUMNS, problems);
        Template template =
                Template.read("contest.drt", RulesFolder.copyInto(temp).text("contest.drt"), problems);
        assertThat(template.rendered(rows)).contains("0.8").doesNotContain("SECRET");
        assertThat(problems.none()).isTrue();
    }

    @Test
    void aNumberIsWrittenAnewFromItsValue() {
        Problems problems = new Problems();
        List<Row> rows = CsvTable.read(FILE, "id,value,why\ndecay,000.800,\ncap-km,1000,\n", COLUMNS, problems);
        assertThat(rows).extracting(row -> row.rendered(COLUMNS.get(1))).containsExactly("0.8", "1000.0");
    }

    @Test
    void whatWasFoundIsShownOnOneLine() {
        assertThat(Problems.shown("a\nb\u202ec")).isEqualTo("\"a\\u000ab\\u202ec\"");
        assertThat(Problems.shown("x".repeat(500))).hasSize(63).endsWith("…\"");
    }
}
