package org.optimizer.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Appeals;
import org.optimizer.model.Amendment;
import org.optimizer.model.EventKey;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.SetAside;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.annotation.Transactional;

@EdgesTest
@Transactional
class AmendmentSinkTest {
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W43");
    private static final Instant THEN = Instant.parse("2026-10-28T09:15:00.123Z");
    private static final EventKey BRAKE =
            new EventKey("v1", ManoeuvreKind.BRAKING, Instant.parse("2026-10-20T12:32:07.250Z"));

    @Autowired
    private ProducerTemplate camel;

    private AmendmentSink sink;
    private Appeals appeals;

    @BeforeEach
    void connect() {
        sink = new AmendmentSink(camel);
        appeals = new Appeals(camel);
    }

    @Test
    void whatWasSetAsideIsReadAsItWasWrittenAndOnlyOnce() {
        SetAside out = new SetAside("d1", BRAKE, "a dog on the road", "anne", THEN);
        sink.setAside("c1", WEEK, out);

        assertThat(appeals.listSetAside("c1", WEEK)).containsExactly(out);
        assertThat(appeals.listSetAside("c1", WEEK.plusWeeks(1))).isEmpty();
        assertThatThrownBy(() -> sink.setAside("c1", WEEK, out)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void amendmentsAreReadInTheOrderInWhichTheyWereMade() {
        Amendment whole = new Amendment(
                "d2",
                BRAKE,
                "a dog",
                "anne",
                THEN,
                Optional.of(new BigDecimal("68.66")),
                Optional.of(new BigDecimal("69.30")),
                Optional.of(6),
                Optional.of(5));
        Amendment bare = new Amendment(
                "d1",
                BRAKE,
                "a cat",
                "bob",
                THEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        sink.amend("c1", WEEK, whole);
        sink.amend("c1", WEEK, bare);

        assertThat(appeals.listAmendments("c1", WEEK)).containsExactly(whole, bare);
        assertThat(appeals.listAmendments("c2", WEEK)).isEmpty();
    }
}
