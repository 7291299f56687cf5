package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optimizer.process.RuleSettings.FolderChanges;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesFolder;

class FolderWatchTest {
    @TempDir
    private Path path;

    private final RuleDesk desk = mock(RuleDesk.class);
    private final RulesInForce rules = mock(RulesInForce.class);
    private RulesFolder folder;
    private RulebookShelf shelf;
    private FolderWatch watch;

    @BeforeEach
    void theFolderIsKnown() {
        folder = RulesFolder.copyInto(path);
        shelf = folder.shelf();
        watch = new FolderWatch(path, shelf, desk, rules, FolderChanges.PROPOSE);
    }

    private void lookTwice() {
        watch.look();
        watch.look();
    }

    @Test
    void aFolderThatWasChangedBeforeTheStartIsProposedOnceItIsKnown() {
        lookTwice();
        lookTwice();

        verify(desk, times(1)).noticeFolder("rules/");
    }

    @Test
    void aChangeThatIsStillBeingSavedIsNotTaken() {
        lookTwice();
        String before = shelf.folderVersion();
        folder.editCell("contest.table.csv", "shrink-km", "value", "150");
        watch.look();
        folder.editCell("contest.cases.csv", "shrink-km-figure", "value", "150");
        watch.look();
        assertThat(shelf.folderVersion()).isEqualTo(before);

        watch.look();

        assertThat(shelf.folderVersion()).isNotEqualTo(before);
        assertThat(watch.problem()).isEmpty();
        verify(desk, times(2)).noticeFolder("rules/");
    }

    @Test
    void aFolderThatDoesNotHoldIsSaidAndChangesNothing() {
        lookTwice();
        String before = shelf.folderVersion();
        folder.editCell("contest.table.csv", "shrink-km", "value", "many");

        lookTwice();

        assertThat(shelf.folderVersion()).isEqualTo(before);
        assertThat(watch.problem()).hasValueSatisfying(problem -> {
            assertThat(problem.text()).contains("contest.table.csv:2").contains("many");
            assertThat(problem.mistakes()).singleElement().satisfies(mistake -> assertThat(mistake.rowId())
                    .isEqualTo("shrink-km"));
        });
        verify(desk, times(1)).noticeFolder("rules/");

        folder.editCell("contest.table.csv", "shrink-km", "value", "100");
        lookTwice();
        assertThat(watch.problem()).isEmpty();
    }

    @Test
    void whereAnOperatorWantsItAChangedFolderIsInForceAtOnce() {
        watch = new FolderWatch(path, shelf, desk, rules, FolderChanges.ACTIVATE);

        lookTwice();

        verify(rules).activateFolder();
        verify(desk, never()).noticeFolder("rules/");
    }
}
