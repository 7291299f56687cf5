package org.optimizer.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.optimizer.extract.Outbox;
import org.optimizer.extract.RelativeScores;
import org.optimizer.model.Amendment;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.Exclusion;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RelativeScore;
import org.optimizer.model.ReviewChange;
import org.optimizer.model.ReviewLook;
import org.optimizer.model.ReviewNotice;
import org.optimizer.model.ReviewVerdict;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.SetAside;
import org.optimizer.model.Site;
import org.optimizer.model.Sms;
import org.optimizer.model.Wording;
import org.optimizer.process.Amendments;
import org.optimizer.process.Explanations;
import org.optimizer.process.InboundSms;
import org.optimizer.process.ReviewChanges;
import org.optimizer.process.ReviewDesk;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.process.ReviewDossier;
import org.optimizer.process.ReviewWatch;
import org.optimizer.process.SmsReceipts;
import org.optimizer.process.WeekAppendix;
import org.optimizer.process.WeekBoard;
import org.optimizer.transform.messages.PersonalText;

/** Stand-ins for what lies behind the pages; they keep what was asked of them. */
final class Doubles {
    private Doubles() {}

    static final class Desk extends ReviewDesk {
        ScoringMethod method = ScoringMethod.ABSOLUTE;
        Batch.State state = Batch.State.IN_REVIEW;
        int revision = 3;
        final Map<String, Exclusion> excluded = new HashMap<>();
        final List<String> undone = new ArrayList<>();
        final Map<String, Wording> wordings = new HashMap<>();
        Optional<String> assignee = Optional.empty();
        final List<String> calls = new ArrayList<>();

        Desk() {
            super(null, null, null, null, null, null, null, null, null, null, null);
        }

        void reset() {
            method = ScoringMethod.ABSOLUTE;
            state = Batch.State.IN_REVIEW;
            revision = 3;
            excluded.clear();
            undone.clear();
            wordings.clear();
            assignee = Optional.empty();
            calls.clear();
        }

        @Override
        public Review open(String contestId, IsoWeek week) {
            if (!contestId.equals(DemoWeek.CONTEST.id()) || !week.equals(DemoWeek.WEEK)) {
                throw new IllegalArgumentException("no week " + week + " of contest " + contestId);
            }
            return DemoWeek.review(method, state, revision, excluded, wordings, assignee);
        }

        @Override
        public void take(String contestId, IsoWeek week, String by) {
            assignee = Optional.of(by);
        }

        @Override
        public void release(String contestId, IsoWeek week, String by) {
            assignee = Optional.empty();
        }

        @Override
        public void noteLook(String contestId, IsoWeek week, String driverId, String by) {
            calls.add("look " + driverId + " " + by);
        }

        @Override
        public void decide(String contestId, IsoWeek week, int seen, Decision decision, String reason, String by) {
            if (seen != revision) {
                throw new Refused("revision-changed", "looked at " + seen + ", found " + revision);
            }
            if (decision != Decision.APPROVE && reason.isBlank()) {
                throw new Refused("reason-missing", "expected a reason, found none");
            }
            calls.add(decision + " " + seen + " " + reason + " " + by);
            state = switch (decision) {
                case APPROVE -> Batch.State.SENDING;
                case SCORE_AGAIN -> Batch.State.SCORING;
                case CANCEL -> Batch.State.CANCELLED;
            };
        }
    }

    /** What is changed on the desk; every change makes a new revision, as it really does. */
    static final class Changes extends ReviewChanges {
        private final Desk desk;

        Changes(Desk desk) {
            super(null, null, null, null, null, null, null, null, null);
            this.desk = desk;
        }

        private int changed(int seen, String call) {
            if (seen != desk.revision) {
                throw new Refused("revision-changed", "looked at " + seen + ", found " + desk.revision);
            }
            desk.calls.add(call);
            return ++desk.revision;
        }

        @Override
        public int exclude(
                String contestId, IsoWeek week, int seen, Collection<String> driverIds, String reason, String by) {
            if (reason.isBlank()) {
                throw new Refused("reason-missing", "expected a reason, found none");
            }
            int revision = changed(seen, "exclude " + String.join(" ", driverIds) + " " + reason + " " + by);
            driverIds.forEach(driver -> desk.excluded.put(driver, new Exclusion(driver, reason, by, DemoWeek.NOW)));
            return revision;
        }

        @Override
        public int include(String contestId, IsoWeek week, int seen, Collection<String> driverIds, String by) {
            int revision = changed(seen, "include " + String.join(" ", driverIds) + " " + by);
            driverIds.forEach(desk.excluded::remove);
            return revision;
        }

        @Override
        public int reword(String contestId, IsoWeek week, int seen, String driverId, String text, String by) {
            PersonalText.mistake(text, Map.of("text", "", "rank", "1", "of", "11", "week", "47"))
                    .ifPresent(code -> {
                        throw new Refused(code, "found " + text);
                    });
            int revision = changed(seen, "reword " + driverId + " " + text + " " + by);
            desk.wordings.put(driverId, new Wording(driverId, text, "", by, DemoWeek.NOW));
            return revision;
        }

        @Override
        public int restore(String contestId, IsoWeek week, int seen, String driverId, String by) {
            desk.wordings.remove(driverId);
            return changed(seen, "restore " + driverId + " " + by);
        }

        @Override
        public int undo(String contestId, IsoWeek week, int seen, String by) {
            if (desk.excluded.isEmpty()) {
                throw new Refused("nothing-to-undo", "found none");
            }
            int revision = changed(seen, "undo " + by);
            desk.undone.addAll(desk.excluded.keySet());
            desk.excluded.clear();
            return revision;
        }
    }

    /** One review waits, overdue since an hour. */
    static final class Watch extends ReviewWatch {
        Watch() {
            super(null, null, null, null, Optional.empty(), null, "", null, null, null);
        }

        @Override
        public List<Waiting> waiting() {
            return List.of(new Waiting(
                    DemoWeek.WEEK + "/" + DemoWeek.CONTEST.id(),
                    Optional.of(DemoWeek.NOW.minusSeconds(3600)),
                    Optional.of("anne")));
        }
    }

    /** Three trips around a quarry and what was done so far. */
    static final class Dossiers extends ReviewDossier {
        private final Desk desk;

        Dossiers(Desk desk) {
            super(null, null, null, null);
            this.desk = desk;
        }

        @Override
        public Dossier of(ReviewDesk.Review review, String driverId) {
            return new Dossier(DemoWeek.trips(), DemoWeek.ways(), Optional.of(DemoReasons.of(driverId)));
        }

        @Override
        public History history(String contestId, IsoWeek week) {
            List<ReviewChange> changes = Stream.concat(
                            desk.excluded.values().stream()
                                    .map(out -> change(out.driverId(), Optional.of(out.reason()), out.by())),
                            desk.undone.stream().map(driver -> change(driver, Optional.empty(), "admin")))
                    .toList();
            return new History(
                    changes,
                    List.of(new ReviewVerdict("score-again", 2, "late data", "anne", DemoWeek.NOW)),
                    List.of(
                            new ReviewLook("", "anne", DemoWeek.NOW, DemoWeek.NOW, 2),
                            new ReviewLook("d1", "anne", DemoWeek.NOW, DemoWeek.NOW, 1)),
                    List.of(new ReviewNotice(ReviewNotice.Kind.REMINDER, DemoWeek.NOW)));
        }

        private ReviewChange change(String driverId, Optional<String> after, String by) {
            return new ReviewChange(
                    "A",
                    desk.revision,
                    driverId,
                    ReviewChange.Kind.EXCLUSION,
                    Optional.empty(),
                    after,
                    after.orElse(""),
                    by,
                    DemoWeek.NOW,
                    Optional.empty());
        }
    }

    /** Two teams, two leagues, and the appeals that were upheld here. */
    static final class Appendix extends WeekAppendix {
        boolean past;
        final List<SetAside> setAside = new ArrayList<>();
        final List<Amendment> amendments = new ArrayList<>();

        Appendix() {
            super(null, null, null, null);
        }

        void reset() {
            past = false;
            setAside.clear();
            amendments.clear();
        }

        @Override
        public Tables of(Site site, Contest contest, IsoWeek week) {
            return new Tables(
                    site.closesAt(week), past, DemoWeek.teams(), DemoWeek.acrossLeagues(), setAside, amendments);
        }
    }

    static final class Appeals extends Amendments {
        private final Desk desk;
        private final Appendix appendix;
        final List<String> calls = new ArrayList<>();

        Appeals(Desk desk, Appendix appendix) {
            super(null, null, null, null, null, null, null, null, null, null, null, null, null);
            this.desk = desk;
            this.appendix = appendix;
        }

        @Override
        public boolean uphold(String contestId, IsoWeek week, int revision, Upheld upheld) {
            if (revision != desk.revision) {
                throw new Refused("revision-changed", "looked at " + revision + ", found " + desk.revision);
            }
            calls.add(revision + " " + upheld);
            boolean isFinal = desk.state == Batch.State.CLOSED;
            if (isFinal) {
                appendix.amendments.add(new Amendment(
                        upheld.driverId(),
                        upheld.event(),
                        upheld.reason(),
                        upheld.by(),
                        DemoWeek.NOW,
                        Optional.of(new BigDecimal("68.66")),
                        Optional.of(new BigDecimal("69.30")),
                        Optional.of(6),
                        Optional.of(5)));
            } else {
                appendix.setAside.add(
                        new SetAside(upheld.driverId(), upheld.event(), upheld.reason(), upheld.by(), DemoWeek.NOW));
            }
            return isFinal;
        }
    }

    static final class Board extends WeekBoard {
        Optional<Progress> progress = Optional.empty();
        List<ContestWeeks> contests = contestsOfTheDemo();
        final List<String> calls = new ArrayList<>();

        Board() {
            super(null, null, null, null, null, null, null, null, null, null, null, null);
        }

        void reset() {
            progress = Optional.empty();
            contests = contestsOfTheDemo();
            calls.clear();
        }

        @Override
        public List<ContestWeeks> contests() {
            return contests;
        }

        @Override
        public Optional<Progress> progress() {
            return progress;
        }

        @Override
        public Optional<Instant> lastFetch() {
            return Optional.of(DemoWeek.NOW.minusSeconds(12 * 60));
        }

        @Override
        public boolean startWeek(String contestId, IsoWeek week, String by) {
            calls.add("start " + contestId + " " + week + " " + by);
            return !week.equals(DemoWeek.WEEK);
        }

        private static List<ContestWeeks> contestsOfTheDemo() {
            List<WeekCell> cells = List.of(
                    cell(0, Batch.State.FETCHING, Optional.empty(), Optional.empty()),
                    cell(-1, Batch.State.IN_REVIEW, Optional.of("review"), Optional.empty()),
                    cell(-2, Batch.State.SENDING, Optional.of("unclear-messages"), Optional.empty()),
                    cell(-3, Batch.State.PUBLISHED, Optional.empty(), Optional.empty()),
                    cell(-4, Batch.State.EMPTY, Optional.of("empty-week"), Optional.empty()),
                    cell(
                            -5,
                            Batch.State.SCORING,
                            Optional.of("incident"),
                            Optional.of("Le fournisseur de traces a répondu 503 trois fois (service indisponible). "
                                    + "Rien n’est perdu : relancez l’étape quand il répond de nouveau.")),
                    cell(-6, Batch.State.CLOSED, Optional.empty(), Optional.empty()),
                    cell(-7, Batch.State.CANCELLED, Optional.empty(), Optional.empty()),
                    cell(-8, Batch.State.CLOSED, Optional.empty(), Optional.empty()),
                    cell(-9, Batch.State.CLOSED, Optional.empty(), Optional.empty()),
                    cell(-10, Batch.State.CLOSED, Optional.empty(), Optional.empty()),
                    cell(-11, Batch.State.CLOSED, Optional.empty(), Optional.empty()));
            return List.of(new ContestWeeks(DemoWeek.SITE, DemoWeek.CONTEST, cells));
        }

        private static WeekCell cell(
                int weeksFromNow, Batch.State state, Optional<String> needs, Optional<String> incident) {
            IsoWeek week = DemoWeek.WEEK.plusWeeks(weeksFromNow + 1);
            boolean shadow = weeksFromNow <= -10;
            Map<Sms.State, Integer> messages = new HashMap<>();
            if ((state == Batch.State.CLOSED || state == Batch.State.PUBLISHED) && !shadow) {
                messages.put(Sms.State.DELIVERED, 11);
            }
            if (state == Batch.State.SENDING) {
                messages.putAll(Map.of(Sms.State.DELIVERED, 9, Sms.State.AMBIGUOUS, 2));
            }
            boolean scored = state == Batch.State.CLOSED || state == Batch.State.IN_REVIEW;
            return new WeekCell(
                    DemoWeek.batch(week, state, 1),
                    shadow,
                    scored ? Optional.of(11) : Optional.empty(),
                    messages,
                    needs,
                    incident,
                    state == Batch.State.IN_REVIEW || state == Batch.State.PUBLISHED ? 2 : 0);
        }
    }

    static final class Box extends Outbox {
        private final Desk desk;

        Box(Desk desk) {
            super(null);
            this.desk = desk;
        }

        @Override
        public List<Sms> listByWeek(String contestId, IsoWeek week) {
            boolean sent = List.of(Batch.State.SENDING, Batch.State.PUBLISHED, Batch.State.CLOSED)
                    .contains(desk.state);
            return sent ? DemoWeek.messages(desk.open(contestId, week)) : List.of();
        }
    }

    static final class Compared extends RelativeScores {
        Compared() {
            super(null);
        }

        @Override
        public List<RelativeScore> list(String contestId, IsoWeek week) {
            return DemoWeek.relative();
        }
    }

    static final class Reasons extends Explanations {
        Reasons() {
            super(null, null, null, null, null, null);
        }

        @Override
        public Explained explain(String contestId, IsoWeek week, String driverId) {
            return DemoReasons.of(driverId);
        }
    }

    static final class Receipts extends SmsReceipts {
        final List<Map<String, String>> received = new ArrayList<>();

        Receipts() {
            super(null, null, null);
        }

        @Override
        public boolean receive(Map<String, String> fields) {
            return received.add(Map.copyOf(fields));
        }

        @Override
        public boolean receiveWhole(String clientRef, String messageId, String status, String error) {
            return received.add(Map.of("whole", clientRef + " " + messageId + " " + status + " " + error));
        }
    }

    /** What drivers answered. */
    static final class Answers extends InboundSms {
        final List<String> received = new ArrayList<>();

        Answers() {
            super(null, null, null, null);
        }

        @Override
        public boolean received(String messageId, String from, String text) {
            return received.add(messageId + " " + from + " " + text);
        }
    }
}
