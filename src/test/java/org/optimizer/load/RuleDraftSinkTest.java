package org.optimizer.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.RuleDrafts;
import org.optimizer.model.DraftChange;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RuleDraft;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@EdgesTest
@Transactional
class RuleDraftSinkTest {
    @Autowired
    private ProducerTemplate camel;

    private static RuleDraft draft(String id, int minute) {
        return new RuleDraft(
                id,
                "c1",
                Instant.parse("2026-11-23T12:00:00.123Z").plusSeconds(60L * minute),
                "alice",
                List.of(IsoWeek.parse("2026-W52"), IsoWeek.parse("2026-W53")),
                "sha256:1",
                "sha256:2",
                "");
    }

    @Test
    void aDraftIsReadAsItWasWritten() {
        Map<String, String> files = Map.of("b.csv", "id\né, \"x\"\n", "a.csv", "id\n");
        List<DraftChange> changes = List.of(
                new DraftChange(DraftChange.Kind.TABLE, "b.csv", "row", "value", "", "1.5", "median", 14, 8),
                new DraftChange(DraftChange.Kind.LEFT, "van", "feature.rpa5", "", "", "", "no-spread", 9, 8));
        new RuleDraftSink(camel).add(draft("01A", 0), files, changes);

        RuleDrafts drafts = new RuleDrafts(camel);
        assertThat(drafts.find("01A")).contains(draft("01A", 0));
        assertThat(drafts.files("01A")).isEqualTo(files);
        assertThat(drafts.changes("01A")).isEqualTo(changes);
        assertThat(drafts.find("01B")).isEmpty();
        assertThat(drafts.files("01B")).isEmpty();
    }

    @Test
    void theNewestDraftComesFirst() {
        RuleDraftSink sink = new RuleDraftSink(camel);
        sink.add(draft("01A", 1), Map.of(), List.of());
        sink.add(draft("01B", 2), Map.of(), List.of());
        sink.add(draft("01C", 0), Map.of(), List.of());

        RuleDrafts drafts = new RuleDrafts(camel);
        assertThat(drafts.list("c1")).extracting(RuleDraft::id).containsExactly("01B", "01A", "01C");
        assertThat(drafts.list("c2")).isEmpty();
    }
}
