package org.optimizer.transform.sanity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.optimizer.model.Driver;
import org.optimizer.model.DriverScore;
import org.optimizer.model.MarkKind;
import org.optimizer.model.SanityData.Contested;
import org.optimizer.model.SanityTally;

/**
 * How many drivers of a contest have and lack each log and each score. Its drivers are those who drove its vehicles or logged in on
 * one, this week or in the weeks just before.
 */
final class Tallies {
    private final Book book;
    private final List<SanityTally> tallies = new ArrayList<>();

    private Tallies(Book book) {
        this.book = book;
    }

    static List<SanityTally> of(Book book) {
        Tallies all = new Tallies(book);
        book.data().contests().forEach(all::count);
        return all.tallies;
    }

    private void count(Contested contested) {
        String contest = contested.contest().id();
        Set<String> vehicles = new HashSet<>(contested.contest().vehicleIds());
        List<Driver> drivers = book.data().drivers().stream()
                .filter(driver -> book.isSeenIn(driver.id(), vehicles, DriverChecks.RECENT_WEEKS))
                .toList();
        add(contest, "log-in", drivers, driver -> !book.logInDaysOfDriver(driver.id())
                .isEmpty());
        add(contest, "track", drivers, driver -> !book.drivenDaysOfDriver(driver.id())
                .isEmpty());
        if (book.data().hasZones()) {
            add(contest, "zone-visit", drivers, driver -> book.hasVisitOfDriver(driver.id()));
        }
        add(contest, "phone", drivers, driver -> driver.phone().isPresent());
        contested.scores().ifPresent(scores -> countScores(contest, drivers, scores));
    }

    private void countScores(String contest, List<Driver> drivers, List<DriverScore> scores) {
        Map<String, DriverScore> byDriver =
                scores.stream().collect(Collectors.toMap(DriverScore::driverId, Function.identity()));
        add(contest, "score", drivers, has(byDriver, score -> score.score().isPresent()));
        for (MarkKind kind : MarkKind.values()) {
            add(contest, kind.code(), drivers, has(byDriver, score -> score.mark(kind)
                    .isPresent()));
        }
        add(contest, "ranked", drivers, has(byDriver, DriverScore::ranked));
    }

    private static Predicate<Driver> has(Map<String, DriverScore> scores, Predicate<DriverScore> what) {
        return driver -> scores.containsKey(driver.id()) && what.test(scores.get(driver.id()));
    }

    private void add(String contest, String thing, List<Driver> drivers, Predicate<Driver> has) {
        int have = (int) drivers.stream().filter(has).count();
        tallies.add(new SanityTally(contest, thing, have, drivers.size() - have));
    }
}
