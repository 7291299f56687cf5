package org.optimizer.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.RuleDrafts;
import org.optimizer.extract.Sites;
import org.optimizer.load.RuleDraftSink;
import org.optimizer.load.RulebookSink;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.DraftChange;
import org.optimizer.model.Driver;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RescoredWeek;
import org.optimizer.model.RuleDraft;
import org.optimizer.model.Rulebook;
import org.optimizer.model.Site;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.rules.Calibrator;
import org.optimizer.rules.Calibrator.Calibrated;
import org.optimizer.rules.DraftRules;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.transform.scoring.Rescoring;
import org.optimizer.transform.scoring.Rescoring.WeekFacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Proposes thresholds and anchors from a fleet's own weeks, and shows what they would change. A draft is kept and nothing else:
 * neither results nor the rules folder are touched.
 */
public class Calibration {
    private static final Logger LOG = LoggerFactory.getLogger(Calibration.class);

    private final Sites sites;
    private final Contests contests;
    private final Drivers drivers;
    private final PastWeeks past;
    private final RuleDrafts drafts;
    private final RuleDraftSink sink;
    private final RulebookSink rulebooks;
    private final RulebookShelf shelf;
    private final TransactionOperations transaction;
    private final Clock clock;

    public Calibration(
            Sites sites,
            Contests contests,
            Drivers drivers,
            PastWeeks past,
            RuleDrafts drafts,
            RuleDraftSink sink,
            RulebookSink rulebooks,
            RulebookShelf shelf,
            TransactionOperations transaction,
            Clock clock) {
        this.sites = sites;
        this.contests = contests;
        this.drivers = drivers;
        this.past = past;
        this.drafts = drafts;
        this.sink = sink;
        this.rulebooks = rulebooks;
        this.shelf = shelf;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What a contest can be calibrated from.
     *
     * @param weeks that have facts, newest first
     * @param drafts made before, newest first
     */
    public record Offer(Site site, Contest contest, List<IsoWeek> weeks, List<RuleDraft> drafts) {}

    /**
     * A draft with what it would change.
     *
     * @param outdated whether the rules have changed since
     * @param effect the draft's weeks scored again, oldest first
     * @param drivers by id
     */
    public record View(
            Site site,
            Contest contest,
            RuleDraft draft,
            boolean outdated,
            List<DraftChange> changes,
            List<RescoredWeek> effect,
            Map<String, Driver> drivers) {}

    /** @throws IllegalArgumentException when there is no such contest */
    public Offer offer(String contestId) {
        Contest contest = contests.get(contestId);
        return new Offer(sites.get(contest.siteId()), contest, weeks(contestId), drafts.list(contestId));
    }

    /** None of a contest that no threshold marks. */
    private List<IsoWeek> weeks(String contestId) {
        if (contests.get(contestId).method().isProvided()) {
            return List.of();
        }
        return past.list(contestId).stream().map(Batch::week).toList();
    }

    /**
     * Makes a draft from these weeks.
     *
     * @param why in the proposer's words; may be blank
     * @return the draft's id
     * @throws Refused when no week with facts is among them, or nothing would change
     * @throws IllegalArgumentException when there is no such contest
     */
    public String propose(String contestId, Collection<IsoWeek> weeks, String why, String by) {
        Contest contest = contests.get(contestId);
        List<IsoWeek> chosen =
                weeks(contestId).stream().filter(weeks::contains).sorted().toList();
        if (chosen.isEmpty()) {
            throw new Refused("no-weeks", "calibration: expected at least one scored week, found none");
        }
        Map<String, String> base = shelf.currentFiles();
        Rulebook current = DraftRules.compile(base);
        Calibrated made = Calibrator.calibrate(base, current, chosen, past.factsOf(contest));
        if (!made.changesAnything()) {
            throw new Refused("nothing-to-change", "calibration: too little data, or the tables fit already");
        }
        Instant now = clock.instant();
        RuleDraft draft = new RuleDraft(
                Ulid.at(now),
                contestId,
                now,
                by,
                chosen,
                current.version(),
                made.draft().rulebook().version(),
                why.strip());
        transaction.executeWithoutResult(status -> {
            rulebooks.keep(current.version(), base, now);
            sink.add(draft, made.draft().files(), made.changes());
        });
        LOG.info(
                "draft {}: {} lines for contest {}, by {}",
                draft.id(),
                made.changes().size(),
                contestId,
                by);
        return draft.id();
    }

    /** @throws IllegalArgumentException when there is no such draft */
    public View view(String draftId) {
        RuleDraft draft = get(draftId);
        Contest contest = contests.get(draft.contestId());
        return new View(
                sites.get(contest.siteId()),
                contest,
                draft,
                !draft.base().equals(shelf.current().version()),
                drafts.changes(draftId),
                effect(contest, draft),
                drivers.listBySite(contest.siteId()).stream()
                        .collect(Collectors.toMap(Driver::id, Function.identity())));
    }

    private RuleDraft get(String draftId) {
        return drafts.find(draftId)
                .orElseThrow(() -> new IllegalArgumentException("draft \"" + draftId + "\": there is no such draft"));
    }

    private List<RescoredWeek> effect(Contest contest, RuleDraft draft) {
        Rescoring rescoring =
                new Rescoring(contest.id(), shelf.version(draft.base()), DraftRules.compile(drafts.files(draft.id())));
        Function<IsoWeek, WeekFacts> weekFacts = past.factsOf(contest);
        return draft.weeks().stream()
                .map(week -> rescoring.rescore(weekFacts.apply(week)))
                .toList();
    }

    /**
     * All files of a draft, by name: what is proposed when somebody adopts it.
     *
     * @throws Refused draft-outdated when the rules have changed since: it would take that change back
     * @throws IllegalArgumentException as above
     */
    public SortedMap<String, String> filesToPropose(String draftId) {
        RuleDraft draft = get(draftId);
        if (!draft.base().equals(shelf.current().version())) {
            throw new Refused("draft-outdated", "draft " + draftId + ": the rules have changed since");
        }
        return drafts.files(draftId);
    }

    /** The files that differ from those the draft began with, by name. @throws IllegalArgumentException as above */
    public SortedMap<String, String> changedFiles(String draftId) {
        RuleDraft draft = get(draftId);
        return DraftRules.changed(shelf.files(draft.base()), drafts.files(draftId));
    }
}
