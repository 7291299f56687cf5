package org.optimizer.transform.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.optimizer.model.DriverScore;
import org.optimizer.model.Team;
import org.optimizer.model.TeamStanding;
import org.optimizer.model.VehicleClass;

class TeamRankingTest {

    private static Team team(String id, String... drivers) {
        return new Team("c1", id, "Team " + id, List.of(drivers));
    }

    private static DriverScore score(String driver, String score) {
        return score(driver, score, 300);
    }

    private static DriverScore score(String driver, String score, double km) {
        return Scores.of(driver, VehicleClass.TIPPER, score, km).built();
    }

    @Test
    void aTeamHasTheMeanOfItsRankedMembersHoweverFarEachDrove() {
        List<TeamStanding> standings = TeamRanking.rank(
                List.of(team("t", "a", "b", "c", "new")),
                List.of(score("a", "70.00", 2000), score("b", "60.00", 200), score("c", "60.01", 300)));
        assertThat(standings)
                .containsExactly(
                        new TeamStanding("t", "Team t", Optional.of(1), Optional.of(new BigDecimal("63.34")), 3, 4));
    }

    @Test
    void twoRankedMembersAreTooFew() {
        DriverScore notRanked =
                Scores.of("c", VehicleClass.TIPPER, "99.00", 20).ranked(false).built();
        List<TeamStanding> standings = TeamRanking.rank(
                List.of(team("t", "a", "b", "c")), List.of(score("a", "70.00"), score("b", "60.00"), notRanked));
        assertThat(standings)
                .containsExactly(new TeamStanding("t", "Team t", Optional.empty(), Optional.empty(), 2, 3));
    }

    @Test
    void membersOfAnotherClassCountTheSameAndStrangersNot() {
        List<TeamStanding> standings = TeamRanking.rank(
                List.of(team("t", "a", "b", "c")),
                List.of(
                        score("a", "70.00"),
                        score("b", "60.00"),
                        Scores.of("c", VehicleClass.DUMPER, "50.00", 100).built(),
                        score("stranger", "99.00")));
        assertThat(standings.get(0).score()).contains(new BigDecimal("60.00"));
    }

    @Test
    void equalTeamsShareAPlaceWhateverTheOrderOfInput() {
        List<Team> teams = new ArrayList<>(List.of(
                team("best", "a", "b", "c"), team("x", "d", "e", "f"), team("y", "g", "h", "i"), team("few", "j")));
        List<DriverScore> scores = new ArrayList<>();
        for (String driver : List.of("a", "b", "c")) {
            scores.add(score(driver, "80.00"));
        }
        for (String driver : List.of("d", "e", "f", "g", "h", "i", "j")) {
            scores.add(score(driver, "70.00"));
        }
        Random random = new Random(5);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(teams, random);
            Collections.shuffle(scores, random);
            assertThat(TeamRanking.rank(teams, scores))
                    .extracting(TeamStanding::teamId, TeamStanding::rank)
                    .containsExactly(
                            tuple("best", Optional.of(1)),
                            tuple("x", Optional.of(2)),
                            tuple("y", Optional.of(2)),
                            tuple("few", Optional.empty()));
        }
    }
}
