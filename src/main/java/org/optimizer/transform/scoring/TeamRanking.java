package org.optimizer.transform.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.optimizer.model.DriverScore;
import org.optimizer.model.Team;
import org.optimizer.model.TeamStanding;

/** Ranks teams by the mean of their members' week scores; each ranked member counts the same, however far he drove. */
public final class TeamRanking {
    private static final int MEMBERS_NEEDED = 3;

    private TeamRanking() {}

    /** Standings in the order in which they are shown: by rank, those not ranked last. @param scores of the week */
    public static List<TeamStanding> rank(List<Team> teams, Collection<DriverScore> scores) {
        Map<String, BigDecimal> ranked = scores.stream()
                .filter(DriverScore::ranked)
                .collect(Collectors.toMap(
                        DriverScore::driverId, score -> score.score().orElseThrow()));
        List<TeamStanding> standings =
                teams.stream().map(team -> standing(team, ranked)).toList();
        Map<String, Integer> places = Places.of(
                standings.stream()
                        .filter(standing -> standing.score().isPresent())
                        .toList(),
                Comparator.comparing((TeamStanding standing) -> standing.score().orElseThrow())
                        .reversed(),
                TeamStanding::teamId);
        return standings.stream()
                .map(standing -> placed(standing, places))
                .sorted(shown())
                .toList();
    }

    private static TeamStanding standing(Team team, Map<String, BigDecimal> ranked) {
        List<BigDecimal> scores = team.driverIds().stream()
                .filter(ranked::containsKey)
                .map(ranked::get)
                .toList();
        Optional<BigDecimal> mean = scores.size() < MEMBERS_NEEDED ? Optional.empty() : Optional.of(mean(scores));
        return new TeamStanding(
                team.id(),
                team.name(),
                Optional.empty(),
                mean,
                scores.size(),
                team.driverIds().size());
    }

    private static BigDecimal mean(List<BigDecimal> scores) {
        return scores.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(scores.size()), 2, RoundingMode.HALF_UP);
    }

    private static TeamStanding placed(TeamStanding standing, Map<String, Integer> places) {
        return new TeamStanding(
                standing.teamId(),
                standing.name(),
                Optional.ofNullable(places.get(standing.teamId())),
                standing.score(),
                standing.rankedMembers(),
                standing.members());
    }

    private static Comparator<TeamStanding> shown() {
        return Comparator.comparing((TeamStanding standing) -> standing.rank().orElse(Integer.MAX_VALUE))
                .thenComparing(TeamStanding::teamId);
    }
}
