package org.optimizer.web;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Sms;
import org.optimizer.model.SmsAttempt;
import org.optimizer.model.SmsGuard;
import org.optimizer.model.SmsReceipt;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.process.SendingGuard;
import org.optimizer.process.UnclearSms;

/** Two messages of unknown fate. */
final class DemoUnclear extends UnclearSms {
    private static final Instant AT = Instant.parse("2026-11-23T08:00:07Z");

    final List<String> decisions = new ArrayList<>();

    DemoUnclear() {
        super(null, null, null, null, null, null, null, null);
    }

    @Override
    public List<Unclear> list() {
        return List.of(
                new Unclear(
                        message(7, "d07", "no answer within 15000 ms"),
                        List.of(attempt(1, 0)),
                        List.of(),
                        Optional.of("task-7")),
                new Unclear(
                        message(8, "d08", "HTTP 503"),
                        List.of(attempt(1, 503), attempt(2, 503)),
                        List.of(new SmsReceipt("0A01", "buffered", "0", AT.plusSeconds(9))),
                        Optional.empty()));
    }

    private static SmsAttempt attempt(int number, int status) {
        return new SmsAttempt(
                number, AT, Optional.of(AT.plusSeconds(15)), Optional.of("AMBIGUOUS"), Optional.of(status));
    }

    private static Sms message(long id, String driver, String detail) {
        return new Sms(
                id,
                "weekly-score:c7:2026-W47:" + driver,
                "REF-" + driver,
                "c7",
                IsoWeek.parse("2026-W47"),
                driver,
                "+33639980101",
                "Sem. 47 : note 87,6 sur 100. Accélération 8/10, freinage 7/10. Votre page : https://eco.example/d/x7",
                Sms.State.AMBIGUOUS,
                1,
                Optional.of("token"),
                Optional.of(AT),
                Optional.empty(),
                Optional.of(detail),
                "anne",
                AT);
    }

    @Override
    public boolean decide(long smsId, String settlement, String by) {
        if (!settlement.equals("resend") && !settlement.equals("abandon")) {
            throw new Refused("decision-missing", "settlement: expected resend or abandon, found " + settlement);
        }
        return decisions.add(smsId + " " + settlement + " " + by);
    }

    /** Paused once a test says so, until it is lifted. */
    static final class Guard extends SendingGuard {
        Optional<String> paused = Optional.empty();
        final List<String> lifts = new ArrayList<>();

        Guard() {
            super(null, null, Path.of("target", "no-marker"), Optional.empty(), null, null);
        }

        @Override
        public Optional<String> whyPaused() {
            return paused;
        }

        @Override
        public SmsGuard state() {
            return new SmsGuard("01DEMO", 4711, paused.map(why -> AT), paused, Optional.of("anne"), Optional.of(AT));
        }

        @Override
        public boolean lift(String by, boolean isDoubtful) {
            paused = Optional.empty();
            return lifts.add(by + " " + isDoubtful);
        }
    }
}
