package org.optimizer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optimizer.model.DriverScore;
import org.optimizer.model.Rulebook;
import org.optimizer.transform.scoring.Week;

class RulebookShelfTest {
    private final Map<String, Map<String, String>> kept = new HashMap<>();

    @TempDir
    private Path temp;

    private RulesFolder rules;

    @BeforeEach
    void copyTheRules() {
        rules = RulesFolder.copyInto(temp);
    }

    private RulebookShelf shelf() {
        return new RulebookShelf(temp, version -> Optional.ofNullable(kept.get(version)));
    }

    private void raiseTheCap() {
        rules.editCell("contest.table.csv", "cap-km", "value", "1200")
                .editCell("contest.cases.csv", "cap-km-figure", "value", "1200");
    }

    private void halveTheAccelerationMark() {
        rules.editCell("feature-mark.table.csv", "artic-acceleration-points", "half_mark_at", "6")
                .editCell("feature-mark.cases.csv", "artic-acceleration-points-half", "value", "6")
                .editCell("feature-mark.cases.csv", "worked-example-acceleration", "points", "60.33");
    }

    @Test
    void theVersionIsAHashOfTheFolder() {
        assertThat(shelf().current().version())
                .matches("sha256:[0-9a-f]{64}")
                .isEqualTo(RulesFolder.shipped().version());
    }

    @Test
    void theReadmeIsNoRule() {
        String before = shelf().current().version();
        rules.write("README.md", "other words");
        assertThat(shelf().current().version()).isEqualTo(before);
    }

    @Test
    void aRemarkAndACaseAreOfTheVersionToo() {
        String before = shelf().current().version();
        rules.edit("contest.cases.csv", "weeks-figure,weeks,weeks,8,", "weeks-figure,weeks,weeks,8,eight");
        assertThat(shelf().current().version()).isNotEqualTo(before);
    }

    @Test
    void aReloadTakesWhatChanged() {
        RulebookShelf shelf = shelf();
        Rulebook before = shelf.current();
        raiseTheCap();
        assertThat(shelf.reload().contest().capKm()).isEqualTo(1200);
        assertThat(shelf.current()).isNotSameAs(before);
        assertThat(shelf.currentFiles().get("contest.table.csv")).contains("cap-km,1200");
    }

    @Test
    void aReloadOfTheSameFilesChangesNothing() {
        RulebookShelf shelf = shelf();
        assertThat(shelf.current()).isSameAs(shelf.reload());
    }

    @Test
    void aBrokenTableLeavesTheOldRulesAnswering() {
        RulebookShelf shelf = shelf();
        Rulebook before = shelf.current();
        rules.editCell("contest.table.csv", "cap-km", "value", "1000 km");
        assertThatThrownBy(shelf::reload)
                .isInstanceOf(RulesException.class)
                .hasMessageContaining("contest.table.csv:5");
        assertThat(shelf.current()).isSameAs(before);
        assertThat(shelf.currentFiles().get("contest.table.csv")).contains("cap-km,1000,");
        assertThat(shelf.current().judge(Week.worked().summed("d1", before)).ranked())
                .isTrue();
    }

    @Test
    void aFailingCaseLeavesTheOldRulesAnswering() {
        RulebookShelf shelf = shelf();
        Rulebook before = shelf.current();
        rules.editCell("contest.table.csv", "cap-km", "value", "1200");
        assertThatThrownBy(shelf::reload).isInstanceOf(RulesException.class).hasMessageContaining("case cap-km-figure");
        assertThat(shelf.current()).isSameAs(before);
    }

    @Test
    void aWeekPinnedToAnOldVersionStaysByteIdenticalWhileTheFolderChanges() {
        RulebookShelf shelf = shelf();
        String pinned = shelf.current().version();
        kept.put(pinned, Map.copyOf(shelf.currentFiles()));
        DriverScore before = Week.worked().scored("d1", shelf.current());

        halveTheAccelerationMark();
        DriverScore open = Week.worked().scored("d1", shelf.reload());
        DriverScore again = Week.worked().scored("d1", shelf.version(pinned));
        DriverScore afterRestart = Week.worked().scored("d1", shelf().version(pinned));

        assertThat(open.score()).isNotEqualTo(before.score());
        assertThat(again.toString()).isEqualTo(before.toString());
        assertThat(afterRestart.toString()).isEqualTo(before.toString());
    }

    @Test
    void aVersionBesideTheCurrentOneIsCompiledOnce() {
        RulebookShelf old = shelf();
        String version = old.current().version();
        kept.put(version, old.currentFiles());
        raiseTheCap();
        RulebookShelf shelf = shelf();
        assertThat(shelf.version(version)).isSameAs(shelf.version(version));
        assertThat(shelf.version(shelf.current().version())).isSameAs(shelf.current());
    }

    @Test
    void aVersionOlderThanATableOrAFigureIsCompletedByTheFolder() {
        SortedMap<String, String> files = new TreeMap<>(shelf().currentFiles());
        files.keySet().removeIf(name -> name.startsWith("relative.") || name.startsWith("cycle."));
        files.merge("contest.table.csv", "", (table, none) -> table.replaceFirst("(?m)^fairness-share,.*\\R", ""));
        String version = RuleFiles.of(files).version();
        kept.put(version, files);
        raiseTheCap();

        Rulebook old = shelf().version(version);

        assertThat(old.version()).isEqualTo(version);
        assertThat(old.contest().capKm()).as("what it says itself stays").isEqualTo(1000);
        assertThat(old.fairness()).isEqualTo(shelf().current().fairness());
        assertThat(old.relative("any-site")).isEqualTo(shelf().current().relative("any-site"));
    }

    @Test
    void aTableThatASpreadsheetSavedIsCompletedToo() {
        SortedMap<String, String> files = new TreeMap<>(shelf().currentFiles());
        files.merge(
                "contest.table.csv",
                "",
                (table, none) -> "\uFEFF"
                        + table.replaceFirst("(?m)^fairness-share,.*\\R", "").replaceAll("(?m)^([a-z-]+),", "\"$1\","));
        String version = RuleFiles.of(files).version();
        kept.put(version, files);
        raiseTheCap();

        Rulebook old = shelf().version(version);

        assertThat(old.contest().capKm()).isEqualTo(1000);
        assertThat(old.fairness()).isEqualTo(shelf().current().fairness());
    }

    @Test
    void aVersionThatNobodyKeptIsRefused() {
        assertThatThrownBy(() -> shelf().version("sha256:0"))
                .isInstanceOf(RulesException.class)
                .hasMessageContaining("rulebook sha256:0: expected the folder's version or a kept one, found neither");
    }

    @Test
    void keptFilesThatAreNotThoseOfTheVersionAreRefused() {
        kept.put("sha256:0", shelf().currentFiles());
        assertThatThrownBy(() -> shelf().version("sha256:0"))
                .isInstanceOf(RulesException.class)
                .hasMessageContaining("rulebook sha256:0: expected its files, found those of sha256:");
    }
}
