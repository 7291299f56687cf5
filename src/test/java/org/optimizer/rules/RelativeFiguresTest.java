package org.optimizer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optimizer.model.RelativeRules;
import org.optimizer.model.Rulebook;

/** The figures of the method of 2019, for all sites and for one. */
class RelativeFiguresTest {
    private static final String FILE = "relative.table.csv";
    private static final String TOP = "climb-to-kmh,climb-to-kmh,any,16,... à là\n";

    @TempDir
    private Path temp;

    private RulesFolder rules;

    @BeforeEach
    void copyTheRules() {
        rules = RulesFolder.copyInto(temp);
    }

    @Test
    void theShippedFiguresAreThoseOf2019() {
        assertThat(RulesFolder.shipped().relative("quarry"))
                .isEqualTo(new RelativeRules(3, 3, 10, 0.1, 6, 16, 15, 20, 0.5));
    }

    @Test
    void aSiteMayHaveAFigureOfItsOwn() {
        rules.edit(FILE, TOP, TOP + "deep-pit-climbs,climb-to-kmh,deep-pit,12.5,fosse raide\n");

        Rulebook rulebook = rules.shelf().current();

        assertThat(rulebook.relative("deep-pit").climbToKmh()).isEqualTo(12.5);
        assertThat(rulebook.relative("deep-pit").climbFromKmh()).isEqualTo(6);
        assertThat(rulebook.relative("quarry").climbToKmh()).isEqualTo(16);
        assertThat(rulebook.relative("").climbToKmh()).isEqualTo(16);
    }

    @Test
    void aValueOutOfItsFiguresRangeIsRefused() {
        rules.editCell(FILE, "trim-share", "value", "0.5");

        fails("relative.table.csv:5: column value: expected a number of share from 0 to 0.49, found \"0.5\"");
    }

    @Test
    void aSiteWhoseClimbsNothingFitsIsRefused() {
        rules.edit(FILE, TOP, TOP + "deep-pit-climbs,climb-to-kmh,deep-pit,6,\n");

        fails("relative.table.csv: expected climb-to-kmh of deep-pit above climb-from-kmh 6, found 6");
    }

    @Test
    void aFigureTwiceForOneSiteOrMissingForAllIsRefused() {
        rules.edit(FILE, TOP, TOP + "again,climb-to-kmh,any,15,\n").editCell(FILE, "climb-from-kmh", "site", "quarry");

        fails(
                "relative.table.csv: expected a row of climb-from-kmh for site any, found none",
                "relative.table.csv:8: expected one row of climb-to-kmh for site any, found another one");
    }

    private void fails(String... messages) {
        assertThatThrownBy(() -> rules.shelf())
                .isInstanceOf(RulesException.class)
                .message()
                .contains(messages);
    }
}
