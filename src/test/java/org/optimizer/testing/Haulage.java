package org.optimizer.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.optimizer.model.DayFacts;
import org.optimizer.model.SpeedProfile;
import org.optimizer.model.Standstill;
import org.optimizer.model.Trip;
import org.optimizer.model.ZoneVisit;

/**
 * What a truck did, minute by minute, and the facts that its days give: visits and standstills cut at the site's midnights. It
 * drives at 30 km/h whenever it is recorded and does not stand.
 */
public final class Haulage {
    private static final double KM_PER_MS = 30 / 3_600_000.0;

    private final List<Still> stills = new ArrayList<>();
    private final List<Inside> insides = new ArrayList<>();
    private final List<Recorded> recordings = new ArrayList<>();
    private final long startMs;
    private long nowMs;
    private long recordedFromMs;

    private record Still(long fromMs, long toMs, boolean inferred) {}

    private record Inside(
            String zone,
            String type,
            long fromMs,
            long toMs,
            boolean entryCensored,
            boolean exitCensored,
            long gapMs) {}

    private record Recorded(long fromMs, long toMs) {}

    private Haulage(Instant start) {
        startMs = start.toEpochMilli();
        nowMs = startMs;
        recordedFromMs = nowMs;
    }

    public static Haulage from(String instant) {
        return new Haulage(Instant.parse(instant));
    }

    public Instant now() {
        return Instant.ofEpochMilli(nowMs);
    }

    public Haulage drive(double minutes) {
        nowMs += ms(minutes);
        return this;
    }

    /** Standing outside any zone. */
    public Haulage stand(double minutes) {
        return stand(minutes, false);
    }

    /** Standing with the phone asleep. */
    public Haulage sleep(double minutes) {
        return stand(minutes, true);
    }

    private Haulage stand(double minutes, boolean inferred) {
        stills.add(new Still(nowMs, nowMs + ms(minutes), inferred));
        return drive(minutes);
    }

    /** A minute into the zone, standing, and a minute out of it. */
    public Haulage load(String zone, double... standMinutes) {
        return visit(zone, "load", standMinutes);
    }

    public Haulage unload(String zone, double... standMinutes) {
        return visit(zone, "unload", standMinutes);
    }

    /** A minute into a zone, each standstill with half a minute of creeping after it, and half a minute out. */
    public Haulage visit(String zone, String type, double... standMinutes) {
        long fromMs = nowMs;
        drive(1);
        for (double minutes : standMinutes) {
            stand(minutes).drive(0.5);
        }
        drive(0.5);
        return inside(zone, type, fromMs, false, false, 0);
    }

    /** As a visit, with the phone asleep while the truck stands. */
    public Haulage visitAsleep(String zone, String type, double standMinutes) {
        long fromMs = nowMs;
        drive(1).sleep(standMinutes).drive(1);
        return inside(zone, type, fromMs, false, false, ms(standMinutes));
    }

    /** A visit in which the recording begins. */
    public Haulage beginIn(String zone, String type, double minutes) {
        return drive(minutes).inside(zone, type, nowMs - ms(minutes), true, false, 0);
    }

    private Haulage inside(
            String zone, String type, long fromMs, boolean entryCensored, boolean exitCensored, long gapMs) {
        insides.add(new Inside(zone, type, fromMs, nowMs, entryCensored, exitCensored, gapMs));
        return this;
    }

    /** Nothing is recorded, and the truck is somewhere else afterwards. */
    public Haulage vanish(double minutes) {
        recordings.add(new Recorded(recordedFromMs, nowMs));
        nowMs += ms(minutes);
        recordedFromMs = nowMs;
        return this;
    }

    private static long ms(double minutes) {
        return Math.round(minutes * 60_000);
    }

    /** The facts of each of a site's days from the first to the last. */
    public List<DayFacts> days(ZoneId zone) {
        List<Recorded> all = new ArrayList<>(recordings);
        all.add(new Recorded(recordedFromMs, nowMs));
        List<DayFacts> days = new ArrayList<>();
        LocalDate last = LocalDate.ofInstant(now(), zone);
        for (LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(startMs), zone);
                !day.isAfter(last);
                day = day.plusDays(1)) {
            long fromMs = day.atStartOfDay(zone).toInstant().toEpochMilli();
            long toMs = day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
            days.add(new DayFacts(
                    "t1",
                    day,
                    "2",
                    0,
                    0,
                    0,
                    List.of(),
                    trips(all, fromMs, toMs),
                    List.of(),
                    List.of(),
                    standstills(fromMs, toMs),
                    visits(all, fromMs, toMs),
                    List.of()));
        }
        return days;
    }

    private List<Trip> trips(List<Recorded> all, long fromMs, long toMs) {
        List<Trip> trips = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            long from = Math.max(fromMs, all.get(i).fromMs);
            long to = Math.min(toMs, all.get(i).toMs);
            if (from < to) {
                boolean begins = from == all.get(i).fromMs && i > 0;
                double lostS = begins ? (from - all.get(i - 1).toMs) / 1e3 : 0;
                trips.add(trip(trips.size(), "track-" + i, from, to, km(all, from, to), lostS));
            }
        }
        return trips;
    }

    /** Kilometres driven between two instants. */
    private double km(List<Recorded> all, long fromMs, long toMs) {
        long ms = 0;
        for (Recorded recorded : all) {
            ms += overlap(recorded.fromMs, recorded.toMs, fromMs, toMs);
        }
        for (Still still : stills) {
            ms -= overlap(still.fromMs, still.toMs, fromMs, toMs);
        }
        return ms * KM_PER_MS;
    }

    private static long overlap(long from, long to, long otherFrom, long otherTo) {
        return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom));
    }

    private Trip trip(int number, String track, long fromMs, long toMs, double km, double lostS) {
        return new Trip(
                number,
                track,
                Optional.of("d1"),
                Instant.ofEpochMilli(fromMs),
                Instant.ofEpochMilli(toMs),
                km,
                km / KM_PER_MS / 1e3,
                30,
                0,
                (toMs - fromMs) / 1e3,
                lostS,
                1,
                1,
                0.3,
                0,
                0,
                0,
                0,
                new SpeedProfile(new double[0], new int[0], new double[0]));
    }

    private List<Standstill> standstills(long fromMs, long toMs) {
        List<Standstill> found = new ArrayList<>();
        for (Still still : stills) {
            if (overlap(still.fromMs, still.toMs, fromMs, toMs) > 0 && still.toMs - still.fromMs >= 60_000) {
                found.add(new Standstill(
                        found.size(),
                        Optional.of("d1"),
                        Instant.ofEpochMilli(Math.max(fromMs, still.fromMs)),
                        Instant.ofEpochMilli(Math.min(toMs, still.toMs)),
                        0,
                        0,
                        Optional.empty(),
                        still.inferred));
            }
        }
        return found;
    }

    private List<ZoneVisit> visits(List<Recorded> all, long fromMs, long toMs) {
        List<ZoneVisit> found = new ArrayList<>();
        for (Inside inside : insides) {
            if (overlap(inside.fromMs, inside.toMs, fromMs, toMs) > 0) {
                found.add(visit(found.size(), inside, all, fromMs, toMs));
            }
        }
        return found;
    }

    private ZoneVisit visit(int number, Inside inside, List<Recorded> all, long fromMs, long toMs) {
        long from = Math.max(fromMs, inside.fromMs);
        long to = Math.min(toMs, inside.toMs);
        double longest = 0;
        double sum = 0;
        for (Still still : stills) {
            double seconds = overlap(still.fromMs, still.toMs, from, to) / 1e3;
            longest = Math.max(longest, seconds);
            sum += seconds;
        }
        boolean came = inside.fromMs < fromMs;
        boolean goesOn = inside.toMs > toMs;
        return new ZoneVisit(
                number,
                inside.zone,
                inside.type,
                Optional.of("d1"),
                Instant.ofEpochMilli(from),
                Instant.ofEpochMilli(to),
                came || inside.entryCensored,
                goesOn || inside.exitCensored,
                came || goesOn,
                longest,
                sum,
                Math.min(inside.gapMs, to - from) / 1e3,
                km(all, from, to),
                km(all, fromMs, from),
                km(all, fromMs, to),
                1,
                10,
                2);
    }
}
