package org.optimizer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CsvSheetTest {
    static Stream<Map.Entry<String, String>> shipped() {
        return RuleFiles.read(RulesFolder.SHIPPED).content().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".csv"));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void writingAShippedFileAnewLosesNoCellAndTwiceIsOnce(Map.Entry<String, String> file) {
        CsvSheet sheet = CsvSheet.of(file.getValue());
        assertThat(CsvSheet.of(sheet.text())).isEqualTo(sheet);
        assertThat(CsvSheet.of(sheet.text()).text()).isEqualTo(sheet.text());
        assertThat(sheet.text().lines().count())
                .isEqualTo(file.getValue().lines().count());
    }

    @Test
    void quotesLineFeedsAndCommasSurviveAndTheRestIsPlain() {
        CsvSheet sheet =
                CsvSheet.of("\uFEFFid, value ,why\r\n\"a\",1.5,\"says \"\"no\"\", twice\"\r\nb,,\"two\nlines\"\r\n");
        assertThat(sheet.text()).isEqualTo("id,value,why\na,1.5,\"says \"\"no\"\", twice\"\nb,,\"two\nlines\"\n");
        assertThat(CsvSheet.of(sheet.text())).isEqualTo(sheet);
    }

    @Test
    void aCellIsChangedAloneAndAStrangeColumnIsNamed() {
        CsvSheet sheet = CsvSheet.of("id,value\na,1\nb,2\n");
        assertThat(sheet.with(sheet.find("b"), "value", "3").text()).isEqualTo("id,value\na,1\nb,3\n");
        assertThat(sheet.find("c")).isEqualTo(-1);
        assertThatThrownBy(() -> sheet.cell(0, "points")).hasMessage("column points: expected one of id, value");
    }
}
