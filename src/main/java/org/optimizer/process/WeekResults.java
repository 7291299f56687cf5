package org.optimizer.process;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Scores;
import org.optimizer.extract.SmsLedger;
import org.optimizer.extract.Teams;
import org.optimizer.load.ContestSink;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.ContestRules;
import org.optimizer.model.Driver;
import org.optimizer.model.DriverScore;
import org.optimizer.model.Exclusion;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Language;
import org.optimizer.model.ProviderScore;
import org.optimizer.model.Reason;
import org.optimizer.model.RelativeScore;
import org.optimizer.model.Rulebook;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.SmsRefusal;
import org.optimizer.model.Standing;
import org.optimizer.model.TeamStanding;
import org.optimizer.model.Wording;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.transform.messages.PersonalText;
import org.optimizer.transform.messages.ProviderMessage;
import org.optimizer.transform.messages.RelativeMessage;
import org.optimizer.transform.messages.ScoreMessage;
import org.optimizer.transform.messages.UnrankedMessage;
import org.optimizer.transform.scoring.Ranking;
import org.optimizer.transform.scoring.Rescoring;
import org.optimizer.transform.scoring.TeamRanking;
import org.optimizer.transform.scoring.rates.ProviderStandings;
import org.optimizer.transform.scoring.relative.RelativeStandings;

/** The results of a week as they stand with what approvers changed: ranked again after each exclusion, worded the same everywhere. */
public class WeekResults {
    static final String EXCLUDED = Rescoring.EXCLUDED;
    private static final Set<Batch.State> APPROVED =
            EnumSet.of(Batch.State.SENDING, Batch.State.PUBLISHED, Batch.State.CLOSED);

    private final Contests contests;
    private final Drivers drivers;
    private final Scores scores;
    private final Teams teams;
    private final ContestSink sink;
    private final RulebookShelf shelf;
    private final RelativeResults relative;
    private final FedResults fed;
    private final SmsPolicy policy;
    private final SmsLedger ledger;
    private final LinkSettings links;

    public WeekResults(
            Contests contests,
            Drivers drivers,
            Scores scores,
            Teams teams,
            ContestSink sink,
            RulebookShelf shelf,
            RelativeResults relative,
            FedResults fed,
            SmsPolicy policy,
            SmsLedger ledger,
            LinkSettings links) {
        this.contests = contests;
        this.drivers = drivers;
        this.scores = scores;
        this.teams = teams;
        this.sink = sink;
        this.shelf = shelf;
        this.relative = relative;
        this.fed = fed;
        this.policy = policy;
        this.ledger = ledger;
        this.links = links;
    }

    /**
     * A driver's line of the ranking.
     *
     * @param score not ranked when he is excluded, whatever the rules said; in a relative contest ranked when that method
     *     ranks him
     * @param relative what a relative contest ranks him by; empty in any other
     * @param refusal why no SMS may go to him, whatever his marks are: a code of {@link SmsPolicy}
     * @param stopText what has to stand at the end of his SMS
     * @param wording of his SMS, where a person gave it one
     * @param link to his page, its secret still blank; empty for none
     */
    record Line(
            Driver driver,
            DriverScore score,
            Standing standing,
            Optional<RelativeScore> relative,
            Optional<String> refusal,
            String stopText,
            Optional<Wording> wording,
            String link) {

        /** Of which only the words matter: nothing but a missing number keeps a message from him. */
        Line(Driver driver, DriverScore score, Standing standing) {
            this(
                    driver,
                    score,
                    standing,
                    Optional.empty(),
                    driver.phone().isPresent() ? Optional.empty() : Optional.of(SmsPolicy.NO_PHONE),
                    "",
                    Optional.empty(),
                    "");
        }

        /** Whether an SMS goes out for this line once the week is approved. */
        boolean getsMessage() {
            return refusal.isEmpty() && !isExcluded();
        }

        boolean isExcluded() {
            return score.reasons().stream().anyMatch(reason -> reason.code().equals(EXCLUDED));
        }

        /** What is sent: a person's wording where there is a sound one, otherwise the proposal. */
        String text(Contest contest) {
            return wording.map(Wording::text)
                    .filter(own -> mistake(contest, own).isEmpty())
                    .map(own -> ended(PersonalText.filled(own, figures(contest))))
                    .orElseGet(() -> message(contest));
        }

        /** What keeps a person's wording from being sent: {@link PersonalText#mistake}, with all that has to stand at its end. */
        Optional<String> mistake(Contest contest, String own) {
            Map<String, String> figures = figures(contest);
            return PersonalText.mistake(own, figures)
                    .or(() -> PersonalText.mistake(ended(PersonalText.filled(own, figures)), figures));
        }

        /** Whether a person's wording says figures that are others by now, or none that there are. */
        boolean isOutdated(Contest contest) {
            return wording.filter(own -> mistake(contest, own.text()).isPresent()
                            || PersonalText.saysFigures(
                                            own.text().replace(link, "").replace(stopText, ""))
                                    && !own.proposed().equals(message(contest)))
                    .isPresent();
        }

        /** What a person's wording may name, by placeholder. */
        Map<String, String> figures(Contest contest) {
            Map<String, String> figures = new TreeMap<>();
            figures.put("text", words(contest));
            if (!link.isEmpty()) {
                figures.put("link", link);
            }
            figures.put("week", "%02d".formatted(score.facts().week().number()));
            standing.rank().ifPresent(rank -> {
                figures.put("rank", rank.toString());
                figures.put("of", Integer.toString(standing.rankedOf()));
            });
            return figures;
        }

        /** Who is not ranked is told why; everybody can look up what his marks are made of. */
        String message(Contest contest) {
            return ended(words(contest));
        }

        private String ended(String words) {
            return with(with(words, link), stopText);
        }

        private static String with(String words, String end) {
            return words.contains(end) ? words : words + " " + end;
        }

        private String words(Contest contest) {
            if (standing.rank().isEmpty()) {
                return UnrankedMessage.text(driver, score);
            }
            if (contest.method().isProvided()) {
                return ProviderMessage.text(contest, driver, score, standing);
            }
            return relative.map(marked -> RelativeMessage.text(contest, driver, marked, standing))
                    .orElseGet(() -> ScoreMessage.text(contest, driver, score, standing));
        }
    }

    /** Ranks the week's drivers, without those who are excluded, and writes the standings. @return how many are ranked */
    int rank(Contest contest, Batch batch) {
        IsoWeek week = batch.week();
        sink.holdOpen(contest.id(), week);
        if (contest.method().isProvided()) {
            return rankProvided(contest, batch);
        }
        Rulebook rulebook = shelf.version(batch.rulebook());
        List<DriverScore> current = scores(contest.id(), week);
        List<RelativeScore> compared = relative.score(contest, week, current, rulebook.relative(contest.siteId()));
        List<Standing> standings = contest.method() == ScoringMethod.RELATIVE
                ? RelativeStandings.of(compared, scores.listStandings(contest.id(), week.plusWeeks(-1)))
                : standings(contest, batch, current);
        sink.saveStandings(contest.id(), week, standings);
        sink.saveTeamStandings(contest.id(), week, teamStandings(contest, current));
        return ranked(standings);
    }

    /**
     * Ranks the week's drivers again after an exclusion, while a person waits for the answer: what is only shown beside the
     * ranking is left to {@link #compare}. @return how many are ranked
     */
    int rankAgain(Contest contest, Batch batch) {
        if (contest.method() != ScoringMethod.ABSOLUTE) {
            return rank(contest, batch);
        }
        sink.holdOpen(contest.id(), batch.week());
        List<DriverScore> current = scores(contest.id(), batch.week());
        List<Standing> standings = standings(contest, batch, current);
        sink.saveStandings(contest.id(), batch.week(), standings);
        sink.saveTeamStandings(contest.id(), batch.week(), teamStandings(contest, current));
        return ranked(standings);
    }

    /** Brings what is shown beside an absolute ranking up to its exclusions; the ranking itself stays as it was approved. */
    void compare(Contest contest, Batch batch) {
        if (contest.method() == ScoringMethod.ABSOLUTE) {
            relative.score(
                    contest,
                    batch.week(),
                    scores(contest.id(), batch.week()),
                    shelf.version(batch.rulebook()).relative(contest.siteId()));
        }
    }

    private static int ranked(List<Standing> standings) {
        return (int) standings.stream()
                .filter(standing -> standing.rank().isPresent())
                .count();
    }

    /** Scores everybody of a contest whose counts or marks come from a provider. @return how many */
    int scoreProvided(Batch batch) {
        return fed.score(contests.get(batch.contestId()), batch).size();
    }

    /** What recordings say plays no part, and a team's marks would be of a week; those here are of the contest so far. */
    private int rankProvided(Contest contest, Batch batch) {
        IsoWeek week = batch.week();
        List<Standing> standings =
                ProviderStandings.of(fed.score(contest, batch), scores.listStandings(contest.id(), week.plusWeeks(-1)));
        sink.saveStandings(contest.id(), week, standings);
        sink.saveTeamStandings(contest.id(), week, List.of());
        return ranked(standings);
    }

    /** None in a relative contest: its marks are of the contest so far, a team's are of the week. */
    private List<TeamStanding> teamStandings(Contest contest, List<DriverScore> current) {
        return contest.method() == ScoringMethod.RELATIVE
                ? List.of()
                : TeamRanking.rank(teams.list(contest.id()), current);
    }

    /** A week scored from what is known today, beside its results. */
    record Beside(List<DriverScore> scores, List<Standing> standings) {}

    /** Of what the contest's provider says today; nothing is written. */
    Beside besideProvided(Contest contest, Batch batch) {
        List<ProviderScore> scored = fed.compare(contest, batch);
        return new Beside(
                scored.stream()
                        .map(score -> ProviderStandings.driverScore(contest.id(), score, batch.rulebook()))
                        .toList(),
                ProviderStandings.of(
                        scored, scores.listStandings(contest.id(), batch.week().plusWeeks(-1))));
    }

    /** Of these scores of the week, by whatever the contest ranks by; nothing is written. */
    Beside beside(Contest contest, Batch batch, List<DriverScore> scored) {
        List<DriverScore> current = withExclusions(contest.id(), batch.week(), scored);
        return new Beside(current, standingsBeside(contest, batch, current));
    }

    private List<Standing> standingsBeside(Contest contest, Batch batch, List<DriverScore> current) {
        return contest.method() == ScoringMethod.RELATIVE
                ? RelativeStandings.of(
                        relative.compare(
                                contest,
                                batch.week(),
                                current,
                                shelf.version(batch.rulebook()).relative(contest.siteId())),
                        scores.listStandings(contest.id(), batch.week().plusWeeks(-1)))
                : standings(contest, batch, current);
    }

    /** The standings with these scores of the week; nothing is written. */
    List<Standing> standings(Contest contest, Batch batch, List<DriverScore> current) {
        IsoWeek week = batch.week();
        ContestRules rules = shelf.version(batch.rulebook()).contest();
        return Ranking.rank(
                week,
                current,
                history(contest.id(), week, rules),
                scores.listStandings(contest.id(), week.plusWeeks(-1)),
                rules);
    }

    /**
     * The scores of the weeks before as they stand when this week is ranked, provisional or final: a week counts from its own
     * ranking on, whether or not its review, its SMS or its closing came late, so that the result does not depend on which job
     * ran first.
     */
    private List<DriverScore> history(String contestId, IsoWeek week, ContestRules rules) {
        Map<IsoWeek, List<DriverScore>> weeks =
                scores.listResults(contestId, week.plusWeeks(1 - rules.weeks()), week).stream()
                        .collect(Collectors.groupingBy(score -> score.facts().week()));
        return weeks.entrySet().stream()
                .flatMap(entry -> withExclusions(contestId, entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    /** In the order of the ranking. */
    List<Line> lines(Contest contest, IsoWeek week) {
        Map<String, RelativeScore> ranking = relative.ranking(contest, week);
        Map<String, Wording> wordings = byKey(scores.listWordings(contest.id(), week), Wording::driverId);
        Map<String, DriverScore> byDriver = byKey(scores(contest.id(), week), DriverScore::driverId);
        Map<String, Driver> people = byKey(drivers.listBySite(contest.siteId()), Driver::id);
        SmsPolicy.Screen screen = policy.screen(byDriver.keySet());
        Function<Driver, Optional<String>> refusal = refusals(contest, week, screen);
        return scores.listStandings(contest.id(), week).stream()
                .filter(standing -> byDriver.containsKey(standing.driverId()))
                .map(standing -> {
                    Driver driver = people.getOrDefault(standing.driverId(), stranger(standing.driverId(), contest));
                    return line(
                            driver,
                            byDriver.get(standing.driverId()),
                            standing,
                            Optional.ofNullable(ranking.get(standing.driverId())),
                            refusal.apply(driver),
                            screen.stopText(driver),
                            Optional.ofNullable(wordings.get(standing.driverId())),
                            links.blank());
                })
                .toList();
    }

    /** Of an approved week those that were kept with the approval: what stands in the way of a driver today says nothing of it. */
    private Function<Driver, Optional<String>> refusals(Contest contest, IsoWeek week, SmsPolicy.Screen screen) {
        boolean approved = contests.findBatch(contest.id(), week)
                .map(Batch::state)
                .filter(APPROVED::contains)
                .isPresent();
        if (!approved) {
            return screen::refusal;
        }
        Map<String, SmsRefusal> kept = byKey(ledger.listRefusals(contest.id(), week), SmsRefusal::driverId);
        return driver -> Optional.ofNullable(kept.get(driver.id()))
                .map(SmsRefusal::code)
                .or(() -> driver.phone().isEmpty() ? Optional.of(SmsPolicy.NO_PHONE) : Optional.empty());
    }

    /** One of another site, or whom nobody has entered yet: he has marks, a line under his id, and no telephone. */
    static Driver stranger(String id, Contest contest) {
        return new Driver(id, contest.siteId(), id, Optional.empty(), Language.FR);
    }

    private static Line line(
            Driver driver,
            DriverScore score,
            Standing standing,
            Optional<RelativeScore> relative,
            Optional<String> refusal,
            String stopText,
            Optional<Wording> wording,
            String link) {
        DriverScore judged = relative.map(
                        marked -> withRank(score, standing.rank().isPresent(), marked.reasons()))
                .orElse(score);
        return new Line(driver, judged, standing, relative, refusal, stopText, wording, link);
    }

    Map<String, Exclusion> exclusions(String contestId, IsoWeek week) {
        return byKey(scores.listExclusions(contestId, week), Exclusion::driverId);
    }

    Batch batch(String contestId, IsoWeek week) {
        return contests.findBatch(contestId, week)
                .orElseThrow(() -> new IllegalArgumentException("week " + week + " of contest " + contestId
                        + ": expected to be open, found none; start it first"));
    }

    /** The scores of a week; excluded drivers are not ranked. */
    List<DriverScore> scores(String contestId, IsoWeek week) {
        return withExclusions(contestId, week, scores.list(contestId, week));
    }

    /** These scores of a week, those of excluded drivers not ranked. */
    List<DriverScore> withExclusions(String contestId, IsoWeek week, List<DriverScore> all) {
        Map<String, Exclusion> excluded = exclusions(contestId, week);
        return all.stream()
                .map(score -> excluded.containsKey(score.driverId()) ? withoutRank(score) : score)
                .toList();
    }

    private static DriverScore withoutRank(DriverScore score) {
        List<Reason> reasons = new ArrayList<>(score.reasons());
        reasons.add(0, new Reason(EXCLUDED, 0, 0, ""));
        return withRank(score, false, reasons);
    }

    private static DriverScore withRank(DriverScore score, boolean ranked, List<Reason> reasons) {
        return new DriverScore(
                score.contestId(),
                score.facts(),
                score.marks(),
                score.score(),
                score.doubt(),
                ranked,
                reasons,
                score.rulebook());
    }

    private static <K, V> Map<K, V> byKey(List<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toMap(key, Function.identity()));
    }
}
