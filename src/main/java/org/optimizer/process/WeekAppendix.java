package org.optimizer.process;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.optimizer.extract.Appeals;
import org.optimizer.extract.Teams;
import org.optimizer.model.Amendment;
import org.optimizer.model.Contest;
import org.optimizer.model.CrossPlace;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.SetAside;
import org.optimizer.model.Site;
import org.optimizer.model.TeamStanding;
import org.optimizer.transform.scoring.CrossLeague;

/** What stands beside the rankings of a week: its teams, its drivers across leagues, and the appeals that were upheld. */
public class WeekAppendix {

    /**
     * @param closesAt the closing time of the week
     * @param isPast whether it is over
     * @param drivers of all leagues in one table; empty with fewer than two leagues to compare
     */
    public record Tables(
            Instant closesAt,
            boolean isPast,
            List<TeamStanding> teams,
            List<CrossPlace> drivers,
            List<SetAside> setAside,
            List<Amendment> amendments) {}

    private final Appeals appeals;
    private final Teams teams;
    private final WeekResults results;
    private final Clock clock;

    public WeekAppendix(Appeals appeals, Teams teams, WeekResults results, Clock clock) {
        this.appeals = appeals;
        this.teams = teams;
        this.results = results;
        this.clock = clock;
    }

    public Tables of(Site site, Contest contest, IsoWeek week) {
        Instant closesAt = site.closesAt(week);
        return new Tables(
                closesAt,
                !clock.instant().isBefore(closesAt),
                teams.listStandings(contest.id(), week),
                acrossLeagues(contest, week),
                appeals.listSetAside(contest.id(), week),
                appeals.listAmendments(contest.id(), week));
    }

    /** None in a contest whose marks are places in a fleet already, or a provider's. */
    private List<CrossPlace> acrossLeagues(Contest contest, IsoWeek week) {
        if (contest.method() != ScoringMethod.ABSOLUTE) {
            return List.of();
        }
        List<CrossPlace> drivers = CrossLeague.of(results.scores(contest.id(), week));
        long leagues = drivers.stream().map(CrossPlace::league).distinct().count();
        return leagues > 1 ? drivers : List.of();
    }
}
