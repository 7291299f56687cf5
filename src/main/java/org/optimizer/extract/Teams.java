package org.optimizer.extract;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Team;
import org.optimizer.model.TeamStanding;

/** Reads the teams of a contest and their places. */
public class Teams {
    private final ProducerTemplate camel;

    public Teams(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** The teams as they are now, ordered by id. */
    public List<Team> list(String contestId) {
        Map<String, List<Row>> rows = Query.rows(camel, "list-teams", "contestId", contestId).stream()
                .collect(groupingBy(row -> row.text("team_id"), LinkedHashMap::new, toList()));
        return rows.entrySet().stream()
                .map(team -> team(contestId, team.getKey(), team.getValue()))
                .toList();
    }

    private static Team team(String contestId, String id, List<Row> members) {
        return new Team(
                contestId,
                id,
                members.get(0).text("name"),
                members.stream()
                        .flatMap(row -> row.optionalText("driver_id").stream())
                        .toList());
    }

    /** The places in a week, as ranked then; in the order in which they are shown. */
    public List<TeamStanding> listStandings(String contestId, IsoWeek week) {
        return Query.rows(camel, "list-team-standings", "contestId", contestId, "week", week).stream()
                .map(row -> new TeamStanding(
                        row.text("team_id"),
                        row.text("name"),
                        row.optionalNumber("place"),
                        row.optionalDecimal("score"),
                        row.number("ranked_members"),
                        row.number("members")))
                .toList();
    }
}
