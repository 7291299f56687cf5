package org.optimizer.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optimizer.model.Badge;
import org.optimizer.model.DataNote;
import org.optimizer.model.DayFacts;
import org.optimizer.model.GpsFix;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.MovementCurve;
import org.optimizer.model.SpeedProfile;
import org.optimizer.model.Standstill;
import org.optimizer.model.Trace;
import org.optimizer.model.Trip;
import org.optimizer.testing.Drive;
import org.optimizer.transform.driving.EventCutter;
import org.optimizer.transform.zones.ZoneMap;

/** Stories of a vehicle's day, each with one thing that goes wrong in naive code. */
class VehicleDayTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final String EIGHT = "2026-11-16T08:00:00Z";

    // trips

    @Test
    void aPlainDriveIsOneTripWithItsFigures() {
        Drive drive = Drive.from(EIGHT).to(20, 20).hold(600).to(0, 20).record();

        DayFacts facts = facts(drive.fixes());

        assertThat(facts.trips()).hasSize(1);
        Trip trip = facts.trips().get(0);
        assertThat(trip.track()).isEqualTo("2026-11-16T08:00:00Z");
        assertThat(trip.distanceKm() * 1000).isCloseTo(drive.metres(), within(0.1));
        assertThat(trip.durationS()).isEqualTo(640);
        assertThat(trip.movingS()).isEqualTo(640);
        assertThat(trip.maxSpeedKmh()).isEqualTo(72);
        assertThat(trip.coveredS()).isEqualTo(640);
        assertThat(trip.lostS()).isZero();
        assertThat(trip.medianIntervalS()).isEqualTo(1);
        assertThat(trip.dopplerShare()).isEqualTo(1);
        assertThat(trip.speedAccuracyMps()).isNaN();
        assertThat(facts.fixesRead()).isEqualTo(641);
        assertThat(facts.fixesKept()).isEqualTo(641);
        assertThat(facts.notes()).isEmpty();
        assertThat(facts.coverage()).isEqualTo(1);
    }

    @Test
    void aRestOfFiveMinutesEndsTheTrip() {
        assertThat(facts(driveRestDrive("", 300)).trips()).hasSize(2);
        assertThat(facts(driveRestDrive("", 299)).trips()).hasSize(1);
    }

    @Test
    void aRecordingWithItsOwnIdIsOneTripWhateverItsRests() {
        List<Trip> trips = facts(driveRestDrive("t-17", 3600)).trips();

        assertThat(trips).hasSize(1);
        assertThat(trips.get(0).track()).isEqualTo("t-17");
        assertThat(trips.get(0).zeroSpeedS()).isBetween(3600.0, 3602.0);
    }

    /** The vehicle is slower than walking 1 s before and after its rest. */
    private static List<GpsFix> driveRestDrive(String track, int restS) {
        return Drive.from(EIGHT, track)
                .to(10, 10)
                .hold(100)
                .to(0, 10)
                .stand(restS)
                .to(10, 10)
                .hold(100)
                .record()
                .fixes();
    }

    @Test
    void aGapOfMoreThanFifteenMinutesEndsTheTrip() {
        assertThat(facts(gapWhileDriving(900)).trips()).hasSize(1);
        assertThat(facts(gapWhileDriving(901)).trips()).hasSize(2);
    }

    private static List<GpsFix> gapWhileDriving(int silentS) {
        return Drive.from(EIGHT)
                .at(15)
                .hold(100)
                .record()
                .silent(silentS, 9000)
                .hold(100)
                .record()
                .fixes();
    }

    @Test
    void theSecondPhoneInATruckDrivesNoKilometre() {
        Drive first =
                Drive.from(EIGHT, "phone-1").to(20, 20).hold(600).to(0, 20).record();
        Drive second = Drive.from("2026-11-16T08:01:00.500Z", "phone-2").at(20).hold(300);
        List<GpsFix> both = new ArrayList<>(first.fixes());
        both.addAll(second.fixes());

        DayFacts facts = facts(both);

        assertThat(facts.trips()).extracting(Trip::track).containsExactly("phone-1");
        assertThat(facts.distanceKm() * 1000).isCloseTo(first.metres(), within(0.1));
        assertThat(facts.notes())
                .extracting(DataNote::kind, DataNote::count)
                .containsExactly(tuple("second-recording", 300));
    }

    @Test
    void aRecordingWithASingleMockFixIsRefusedWholeAndTheOthersStay() {
        List<GpsFix> morning = plainDrive(EIGHT, "t-1");
        List<GpsFix> noon = plainDrive("2026-11-16T12:00:00Z", "t-2");
        DayFacts honest = facts(joined(morning, noon));

        DayFacts facts = facts(joined(morning, Drive.withMock(noon, 300)));

        assertThat(honest.trips()).extracting(Trip::track).containsExactly("t-1", "t-2");
        assertSame(facts.trips(), facts(morning).trips());
        assertThat(facts.distanceKm() * 2).isCloseTo(honest.distanceKm(), within(1e-9));
        assertThat(facts.fixesRead()).isEqualTo(morning.size() + noon.size());
        assertThat(facts.fixesKept()).isEqualTo(morning.size());
        assertThat(facts.notes())
                .containsExactly(new DataNote(
                        "mock-location",
                        true,
                        noon.size(),
                        Instant.parse("2026-11-16T12:00:00Z"),
                        "track t-2 holds mock locations"));
    }

    @Test
    void mockSpeedsOfAnotherUnitCondemnNoHonestRecording() {
        List<GpsFix> honest = plainDrive(EIGHT, "t-1");
        List<GpsFix> absurd = Drive.each(plainDrive("2026-11-16T12:00:00Z", "t-2"), fix -> Drive.withSpeed(fix, 72));

        assertThat(facts(joined(honest, absurd)).trips()).isEmpty();
        assertThat(facts(joined(honest, Drive.withMock(absurd, 0))).trips())
                .extracting(Trip::track)
                .containsExactly("t-1");
    }

    @Test
    void aMockRecordingNextToAnHonestOneTakesNoneOfItsTime() {
        List<GpsFix> faked = plainDrive(EIGHT, "faked");
        List<GpsFix> honest = plainDrive("2026-11-16T08:01:00.500Z", "honest");

        assertSame(
                facts(joined(Drive.withMock(faked, 640), honest)).trips(),
                facts(honest).trips());
    }

    @Test
    void fixesWithoutARecordingsIdAreRefusedForTheDayOfTheMockOne() {
        List<GpsFix> sunday = plainDrive("2026-11-15T23:40:00Z", "");
        List<GpsFix> monday = plainDrive(EIGHT, "");
        List<GpsFix> named = plainDrive("2026-11-16T12:00:00Z", "t-2");

        DayFacts refused = facts(joined(Drive.withMock(monday, 7), named));

        assertThat(refused.trips()).extracting(Trip::track).containsExactly("t-2");
        assertThat(refused.notes())
                .extracting(DataNote::kind, DataNote::count, DataNote::example)
                .containsExactly(
                        tuple("mock-location", monday.size(), "the recording without an id holds mock locations"));
        assertSame(
                facts(joined(Drive.withMock(sunday, 7), monday)).trips(),
                facts(monday).trips());
    }

    @Test
    void aRecordingOverMidnightIsRefusedOnBothOfItsDays() {
        List<GpsFix> night = plainDrive("2026-11-16T23:55:00Z", "night");
        LocalDate tuesday = MONDAY.plusDays(1);
        List<GpsFix> faked = Drive.withMock(night, 10);

        assertThat(facts(night).trips()).hasSize(1);
        assertThat(facts(night, tuesday).trips()).hasSize(1);
        assertThat(facts(faked).trips()).isEmpty();
        assertThat(facts(faked, tuesday).trips()).isEmpty();
        assertThat(facts(faked).notes().get(0).count()).isEqualTo(300);
        assertThat(facts(faked, tuesday).notes().get(0).count()).isEqualTo(341);
    }

    private static List<GpsFix> plainDrive(String from, String track) {
        return Drive.from(from, track).to(20, 20).hold(600).to(0, 20).record().fixes();
    }

    private static List<GpsFix> joined(List<GpsFix> some, List<GpsFix> others) {
        List<GpsFix> both = new ArrayList<>(some);
        both.addAll(others);
        return both;
    }

    @Test
    void aRecordingOfOneFixInHalfAMinuteHasADistanceAndNoCoverage() {
        Drive drive = Drive.from(EIGHT).at(10).hold(3000).record();

        DayFacts facts = facts(Drive.everyNth(drive.fixes(), 30));

        assertThat(facts.distanceKm() * 1000).isCloseTo(drive.metres(), within(0.1));
        assertThat(facts.trips().get(0).medianIntervalS()).isEqualTo(30);
        assertThat(facts.coverage()).isZero();
    }

    @Test
    void whoOnlyStandsWithoutARecordingsIdHasNoTrip() {
        assertThat(facts(Drive.from(EIGHT).stand(200).fixes()).trips()).isEmpty();
        assertThat(facts(Drive.from(EIGHT, "t").stand(200).record().fixes()).trips())
                .extracting(Trip::zeroSpeedS)
                .containsExactly(200.0);
    }

    @Test
    void aSilentPhoneBetweenTwoTripsOfADriverIsLostTimeUnlessItStayedInPlace() {
        assertThat(lostBetweenTrips(8000)).isEqualTo(3600);
        assertThat(lostBetweenTrips(30)).isZero();
    }

    private static double lostBetweenTrips(double metres) {
        List<GpsFix> fixes = Drive.from(EIGHT)
                .at(10)
                .hold(100)
                .record()
                .silent(3600, metres)
                .hold(100)
                .fixes();
        List<Trip> trips = facts(fixes).trips();
        assertThat(trips).hasSize(2);
        assertThat(trips.get(0).lostS()).isZero();
        return trips.get(1).lostS();
    }

    // drivers

    @Test
    void aLogInCutsTheTripAndTheIntervalBelongsToWhoDroveWhenItBegan() {
        Drive drive = Drive.from(EIGHT, "t").at(10).hold(200).record();
        Badge bruno = new Badge("v", "bruno", Instant.parse("2026-11-16T08:01:40.300Z"));
        Badge awa = new Badge("v", "awa", Instant.parse("2026-11-15T06:00:00Z"));
        Badge elsewhere = new Badge("w", "carla", Instant.parse("2026-11-16T08:02:00Z"));

        List<Trip> trips = VehicleDay.facts(
                        "v", drive.trace(), 1, MONDAY, ZoneOffset.UTC, List.of(elsewhere, bruno, awa), ZoneMap.NONE)
                .trips();

        assertThat(trips).extracting(Trip::driverId).containsExactly(Optional.of("awa"), Optional.of("bruno"));
        assertThat(trips).extracting(Trip::movingS).containsExactly(101.0, 99.0);
        assertThat(trips).extracting(Trip::number).containsExactly(0, 1);
    }

    @Test
    void beforeAnyLogInThereIsNoDriver() {
        Badge late = new Badge("v", "awa", Instant.parse("2026-11-16T20:00:00Z"));
        List<GpsFix> fixes = Drive.from(EIGHT).at(10).hold(200).fixes();

        assertThat(VehicleDay.facts("v", Trace.of(fixes), 1, MONDAY, ZoneOffset.UTC, List.of(late), ZoneMap.NONE)
                        .trips())
                .extracting(Trip::driverId)
                .containsExactly(Optional.empty());
    }

    // edge case 1

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.35})
    void theSameWeekSampledAtOneAndTwoSecondsGetsTheSameMarks(double noiseMps) {
        List<GpsFix> second = Drive.noisy(townAndCountry(7), noiseMps, 11);
        List<GpsFix> everyOther = Drive.everyNth(second, 2);

        DayFacts fine = facts(second);
        DayFacts coarse = facts(everyOther);

        assertThat(coarse.distanceKm()).isCloseTo(fine.distanceKm(), within(0.005 * fine.distanceKm()));
        assertThat(rpa(coarse)).isCloseTo(rpa(fine), within(0.05 * rpa(fine)));
        for (ManoeuvreKind kind : ManoeuvreKind.values()) {
            assertThat(eventMark(coarse, kind)).as("%s", kind).isCloseTo(eventMark(fine, kind), within(5.0));
        }
        assertThat(coarse.trips()).allMatch(trip -> trip.medianIntervalS() == 2);
    }

    private static double rpa(DayFacts facts) {
        return sum(facts, Trip::rpaWork) / sum(facts, Trip::rpaDistanceM);
    }

    private static double sum(DayFacts facts, ToDoubleFunction<Trip> value) {
        return facts.trips().stream().mapToDouble(value).sum();
    }

    /** Mark of a tipper for strong events, X50 = 9 points in 100 km. */
    private static double eventMark(DayFacts facts, ManoeuvreKind kind) {
        long events = facts.manoeuvres().stream()
                .filter(manoeuvre -> manoeuvre.kind() == kind)
                .mapToLong(manoeuvre -> EventCutter.events(manoeuvre, 0.9, 10).size())
                .sum();
        double rate = (events + 7) / (facts.distanceKm() / 100 + 1);
        return 100 * 9 / (9 + rate);
    }

    /** Some 400 km of launches, cruises and brakings, gentle to hard. */
    private static List<GpsFix> townAndCountry(long seed) {
        Random random = new Random(seed);
        Drive drive = Drive.from("2026-11-16T00:10:00Z", "t").stand(30);
        while (drive.metres() < 400_000) {
            double top = 8 + random.nextInt(16);
            drive.to(top, (int) (top / (0.4 + random.nextDouble())))
                    .hold(20 + random.nextInt(200))
                    .to(top / 2, (int) (top / (0.6 + random.nextDouble())))
                    .hold(5 + random.nextInt(20))
                    .to(top, (int) (top / (0.5 + 2 * random.nextDouble())))
                    .hold(5 + random.nextInt(60))
                    .to(0, (int) (top / (0.5 + random.nextDouble())))
                    .stand(5 + random.nextInt(40));
        }
        return drive.record().fixes();
    }

    // edge case 2

    @Test
    void parkedForTenHoursIsOneStandstillAndNothingElse() {
        Random random = new Random(3);
        List<GpsFix> fixes = Drive.each(
                Drive.from(EIGHT).stand(36_000).fixes(),
                fix -> Drive.withSpeed(
                        Drive.withPosition(fix, 45 + drift(random), 4.8 + drift(random)), 0.4 * random.nextDouble()));

        DayFacts facts = facts(fixes);

        assertThat(facts.distanceKm()).isZero();
        assertThat(facts.manoeuvres()).isEmpty();
        assertThat(facts.standstills()).hasSize(1);
        assertThat(facts.standstills().get(0).durationS()).isEqualTo(35_999);
        assertThat(facts.standstills().get(0).inferred()).isFalse();
        assertThat(facts.trips()).isEmpty();
    }

    /** Up to 15 m. */
    private static double drift(Random random) {
        return (random.nextDouble() * 2 - 1) * 1e-4;
    }

    @Test
    void parkedWithinARecordingDrivesNothingEither() {
        Random random = new Random(4);
        List<GpsFix> fixes = Drive.each(
                Drive.from(EIGHT, "t").stand(36_000).fixes(), fix -> Drive.withSpeed(fix, 0.4 * random.nextDouble()));

        Trip trip = facts(fixes).trips().get(0);

        assertThat(trip.distanceKm()).isZero();
        assertThat(trip.movingS()).isZero();
        assertThat(trip.medianIntervalS()).isEqualTo(1);
        assertNoNaN(trip);
    }

    // edge case 3

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void fixesThatJumpTwoKilometresAndBackAreDropped(int length) {
        Drive drive = Drive.from(EIGHT).to(20, 40).hold(300).record();
        List<GpsFix> fixes = new ArrayList<>(drive.fixes());
        for (int index = 100; index < 100 + length; index++) {
            GpsFix fix = fixes.get(index);
            fixes.set(index, Drive.withPosition(fix, fix.latitudeDeg(), fix.longitudeDeg() + 0.0255));
        }

        DayFacts facts = facts(fixes);
        DayFacts byPosition = facts(Drive.each(fixes, fix -> Drive.withSpeed(fix, Double.NaN)));

        assertThat(facts.notes())
                .extracting(DataNote::kind, DataNote::count)
                .containsExactly(tuple("position-spike", length));
        assertThat(facts.fixesKept()).isEqualTo(facts.fixesRead() - length);
        assertThat(facts.distanceKm() * 1000).isCloseTo(drive.metres(), within(20.0));
        assertThat(byPosition.distanceKm() * 1000).isCloseTo(drive.metres(), within(20.0));
        assertThat(facts.manoeuvres()).hasSameSizeAs(facts(drive.fixes()).manoeuvres());
    }

    @Test
    void aChangeOfPlaceThatLastsIsNoSpike() {
        List<GpsFix> fixes =
                Drive.from(EIGHT).at(20).hold(100).silent(0, 3000).hold(100).fixes();
        assertThat(facts(fixes).fixesKept()).isEqualTo(200);
    }

    // edge case 4 and its kin

    @Test
    void noAccelerationCrossesATunnel() {
        List<GpsFix> fixes = Drive.from(EIGHT, "t")
                .stand(30)
                .record()
                .silent(40, 500)
                .at(22)
                .hold(60)
                .fixes();

        DayFacts facts = facts(fixes);

        assertThat(facts.manoeuvres()).isEmpty();
        assertThat(facts.trips().get(0).lostS()).isEqualTo(40);
        assertThat(facts.trips().get(0).rpaWork()).isZero();
    }

    @Test
    void aGapOfFiveSecondsCutsAccelerationAndOneOfFourDoesNot() {
        assertThat(facts(speedUpOver(4)).manoeuvres()).hasSize(1);
        assertThat(facts(speedUpOver(5)).manoeuvres()).isEmpty();
    }

    private static List<GpsFix> speedUpOver(int seconds) {
        return Drive.from(EIGHT)
                .at(10)
                .hold(29)
                .record()
                .silent(seconds, 12 * seconds)
                .at(10 + 1.5 * seconds)
                .hold(30)
                .fixes();
    }

    @Test
    void aFirstFixAtZeroFollowedByTwentyMetresPerSecondIsNoManoeuvre() {
        List<GpsFix> fixes =
                Drive.from(EIGHT).stand(1).at(20).hold(100).record().fixes();

        DayFacts facts = facts(fixes);

        assertThat(facts.manoeuvres()).isEmpty();
        assertThat(facts.notes())
                .extracting(DataNote::kind, DataNote::dropped)
                .containsExactly(tuple("impossible-acceleration", false));
        assertThat(facts.fixesKept()).isEqualTo(facts.fixesRead());
    }

    @ParameterizedTest
    @ValueSource(doubles = {15, 5})
    void aFrozenSpeedThatJumpsIsNoManoeuvre(double jumpMps) {
        List<GpsFix> fixes =
                Drive.from(EIGHT).at(3).hold(20).at(3 + jumpMps).hold(60).fixes();

        DayFacts facts = facts(fixes);

        assertThat(facts.manoeuvres()).isEmpty();
        assertThat(facts.notes()).hasSize(1);
        assertThat(facts.fixesKept()).isEqualTo(facts.fixesRead());
    }

    @Test
    void aHardBrakingFromASteadySpeedStaysAManoeuvre() {
        List<GpsFix> fixes = Drive.from(EIGHT).at(20).hold(60).to(8, 4).hold(60).fixes();

        List<Manoeuvre> manoeuvres = facts(fixes).manoeuvres();

        assertThat(manoeuvres).hasSize(1);
        assertThat(manoeuvres.get(0).kind()).isEqualTo(ManoeuvreKind.BRAKING);
        assertThat(manoeuvres.get(0).peakMps2()).isCloseTo(3.0, within(1e-9));
    }

    // edge cases 5 and 6

    @Test
    void theOrderOfFixesNeverChangesTheFacts() {
        List<GpsFix> fixes =
                new ArrayList<>(Drive.noisy(townAndCountry(5), 0.3, 5).subList(0, 5000));
        fixes.add(Drive.withSpeed(fixes.get(100), 9.9));
        fixes.add(Drive.withSpeed(fixes.get(100), 1.1));
        DayFacts before = facts(fixes);

        Collections.shuffle(fixes, new Random(1));

        assertSame(facts(fixes), before);
    }

    @Test
    void theMachinesZoneAndLocaleNeverChangeTheFacts() {
        List<GpsFix> fixes =
                Drive.from(EIGHT).to(20, 20).hold(400).to(0, 10).stand(90).fixes();
        DayFacts before = facts(fixes);
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertSame(facts(fixes), before);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    private static void assertSame(Object found, Object expected) {
        assertThat(found)
                .usingRecursiveComparison()
                .withEqualsForType((one, other) -> Double.compare(one, other) == 0, Double.class)
                .isEqualTo(expected);
    }

    // edge case 7

    @Test
    void withoutReportedSpeedThereAreStopsAndDistanceButNoManoeuvres() {
        Drive drive = Drive.from(EIGHT)
                .to(20, 10)
                .hold(300)
                .to(0, 6)
                .stand(120)
                .to(15, 8)
                .hold(60)
                .record();
        List<GpsFix> fixes = Drive.each(drive.fixes(), fix -> Drive.withSpeed(fix, Double.NaN));

        DayFacts facts = facts(fixes);

        assertThat(facts.trips()).hasSize(1);
        assertThat(facts.trips().get(0).dopplerShare()).isZero();
        assertThat(facts.distanceKm() * 1000).isCloseTo(drive.metres(), within(10.0));
        assertThat(facts.standstills()).hasSize(1);
        assertThat(facts.standstills().get(0).durationS()).isBetween(108.0, 124.0);
        assertThat(facts.manoeuvres()).isEmpty();
        assertThat(facts.curves()).isEmpty();
        assertThat(facts.trips().get(0).rpaDistanceM()).isZero();
        assertNoNaN(facts.trips().get(0));
    }

    @Test
    void withoutPositionsThereIsEverythingButPlaces() {
        Drive drive = Drive.from(EIGHT)
                .to(20, 10)
                .hold(300)
                .to(0, 6)
                .stand(120)
                .to(15, 8)
                .hold(60)
                .record();
        List<GpsFix> fixes = Drive.each(drive.fixes(), fix -> Drive.withPosition(fix, Double.NaN, Double.NaN));

        DayFacts facts = facts(fixes);

        assertThat(facts.distanceKm() * 1000).isCloseTo(drive.metres(), within(1.0));
        assertThat(facts.standstills()).hasSize(1);
        assertThat(facts.standstills().get(0).latitudeDeg()).isNaN();
        assertThat(facts.manoeuvres()).hasSize(3);
        assertThat(facts.manoeuvres().get(0).latitudeDeg()).isNaN();
    }

    // edge case 8

    @ParameterizedTest
    @ValueSource(doubles = {3.6, 1.943844})
    void speedsInAnotherUnitAreRejectedByName(double factor) {
        List<GpsFix> fixes = Drive.from(EIGHT).to(25, 40).hold(600).to(0, 40).fixes();

        DayFacts facts = facts(Drive.each(fixes, fix -> Drive.withSpeed(fix, fix.speedMps() * factor)));

        assertThat(facts.trips()).isEmpty();
        assertThat(facts.fixesKept()).isZero();
        assertThat(facts.notes())
                .extracting(DataNote::kind, DataNote::dropped, DataNote::count)
                .containsExactly(tuple("wrong-unit", true, fixes.size()));
    }

    @Test
    void speedsInAnotherUnitAreNoticedWithoutPositionsToo() {
        List<GpsFix> fixes = Drive.each(
                Drive.from(EIGHT).to(90, 40).hold(600).fixes(), fix -> Drive.withPosition(fix, Double.NaN, Double.NaN));
        assertThat(facts(fixes).notes()).extracting(DataNote::kind).containsExactly("wrong-unit");
    }

    @Test
    void oneAbsurdSpeedIsDroppedAlone() {
        List<GpsFix> fixes = new ArrayList<>(Drive.from(EIGHT).at(20).hold(300).fixes());
        fixes.set(50, Drive.withSpeed(fixes.get(50), 40.001));

        DayFacts facts = facts(fixes);

        assertThat(facts.fixesKept()).isEqualTo(299);
        assertThat(facts.notes())
                .extracting(DataNote::kind, DataNote::example)
                .containsExactly(tuple("impossible-speed", "speed 40.001 m/s"));
        assertThat(facts.distanceKm()).isCloseTo(299 * 0.020, within(1e-9));
    }

    @Test
    void positionsThatCannotBeAreDroppedAndNamed() {
        List<GpsFix> fixes = new ArrayList<>(Drive.from(EIGHT).at(20).hold(300).fixes());
        fixes.set(10, Drive.withPosition(fixes.get(10), 45, 155.5 * 10));
        fixes.set(20, Drive.withPosition(fixes.get(20), -91, 4.8));
        fixes.set(30, Drive.withPosition(fixes.get(30), 0, 0));
        fixes.set(40, Drive.withPosition(fixes.get(40), 0, 4.8));

        DayFacts facts = facts(fixes);

        assertThat(facts.notes())
                .extracting(DataNote::kind, DataNote::count)
                .containsExactly(tuple("impossible-position", 4));
        assertThat(facts.fixesKept()).isEqualTo(296);
    }

    @Test
    void aSiteOnTheEquatorIsNoFault() {
        List<GpsFix> fixes = Drive.each(
                Drive.from(EIGHT).at(20).hold(300).fixes(),
                fix -> Drive.withPosition(fix, fix.latitudeDeg() - 45.005, 9.4));
        assertThat(facts(fixes).fixesKept()).isEqualTo(300);
    }

    // edge case 13

    @Test
    void aDayWithoutFixesHasNoFactsAndNoNaN() {
        DayFacts facts = facts(List.of());

        assertThat(facts.trips()).isEmpty();
        assertThat(facts.coverage()).isZero();
        assertThat(facts.distanceKm()).isZero();
    }

    @Test
    void aSingleFixIsATripOfZeroLength() {
        Trip trip = facts(Drive.from(EIGHT, "t").stand(1).fixes()).trips().get(0);

        assertThat(trip.durationS()).isZero();
        assertNoNaN(trip);
    }

    private static void assertNoNaN(Trip trip) {
        assertThat(new double[] {
                    trip.distanceKm(),
                    trip.movingS(),
                    trip.maxSpeedKmh(),
                    trip.zeroSpeedS(),
                    trip.coveredS(),
                    trip.lostS(),
                    trip.medianIntervalS(),
                    trip.dopplerShare(),
                    trip.rpaWork(),
                    trip.rpaDistanceM(),
                    trip.gentleLossMps(),
                    trip.totalLossMps()
                })
                .doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    // edge case 15 and speed keeping

    @Test
    void townDrivingHasNoCruiseWindow() {
        Drive drive = Drive.from(EIGHT, "t");
        for (int block = 0; block < 40; block++) {
            drive.to(14, 12).hold(30).to(0, 10).stand(15);
        }

        SpeedProfile speeds = facts(drive.fixes()).trips().get(0).speeds();

        assertThat(speeds.windowsFrom(40)).isZero();
        assertThat(speeds.varianceFrom(40)).isZero();
        assertThat(speeds.secondsFrom(40)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10})
    void steadinessLeavesTheReceiversNoiseOutAtAnySampling(int step) {
        Random random = new Random(2);
        List<GpsFix> fixes = Drive.each(
                Drive.from("2026-11-16T01:00:00Z", "t")
                        .speedAccuracy(0.3)
                        .at(20)
                        .hold(36_000)
                        .fixes(),
                fix -> Drive.withSpeed(
                        fix,
                        20
                                + 0.35 * Math.sqrt(2) * Math.sin(fix.at().getEpochSecond() * 2 * Math.PI / 30)
                                + 0.3 * random.nextGaussian()));

        SpeedProfile speeds = facts(Drive.everyNth(fixes, step)).trips().get(0).speeds();

        double steadinessMps = Math.sqrt(speeds.varianceFrom(50) / speeds.windowsFrom(50)) / 3.6;
        assertThat(speeds.windowsFrom(50)).isBetween(590, 600);
        assertThat(steadinessMps).isCloseTo(0.35, within(0.05));
    }

    @Test
    void secondsBySpeedAddUpToTheSecondsInMotion() {
        Trip trip = facts(Drive.noisy(townAndCountry(9).subList(0, 4000), 0.3, 1))
                .trips()
                .get(0);
        assertThat(trip.speeds().secondsFrom(0)).isCloseTo(trip.movingS(), within(1e-9));
        assertThat(trip.speeds().secondsFrom(90)).isZero();
    }

    // acceleration features

    @Test
    void relativePositiveAccelerationIsWorkOverDistance() {
        Trip trip = facts(Drive.from(EIGHT, "t")
                        .at(10)
                        .hold(100)
                        .to(20, 20)
                        .hold(100)
                        .record()
                        .fixes())
                .trips()
                .get(0);

        // Σ v·Δv = (20² − 10²)/2
        assertThat(trip.rpaWork()).isCloseTo(150, within(0.01));
        assertThat(trip.rpaDistanceM()).isCloseTo(1000 + 300 + 2000, within(1e-6));
    }

    @Test
    void gentleDecelerationIsTheShareOfSpeedLostGently() {
        Trip trip = facts(Drive.from(EIGHT, "t")
                        .at(20)
                        .hold(60)
                        .to(10, 50)
                        .hold(60)
                        .to(0, 5)
                        .stand(30)
                        .record()
                        .fixes())
                .trips()
                .get(0);

        assertThat(trip.totalLossMps()).isCloseTo(20, within(1e-9));
        assertThat(trip.gentleLossMps()).isCloseTo(10, within(1e-9));
    }

    @Test
    void aManoeuvreCarriesItsGuardAndItsProfile() {
        List<GpsFix> fixes = Drive.from(EIGHT)
                .speedAccuracy(0.5)
                .at(10)
                .hold(30)
                .to(16, 4)
                .hold(30)
                .fixes();

        Manoeuvre manoeuvre = facts(fixes).manoeuvres().get(0);

        assertThat(manoeuvre.kind()).isEqualTo(ManoeuvreKind.ACCELERATION);
        assertThat(manoeuvre.guardMps2()).isCloseTo(0.26, within(0.005));
        assertThat(manoeuvre.peakMps2()).isCloseTo(1.5, within(1e-9));
        assertThat(manoeuvre.stepS()).isEqualTo(1);
        assertThat(manoeuvre.profileMps2()).hasSize((int) manoeuvre.durationS() + 1);
        assertThat(manoeuvre.profileKmh()).hasSameSizeAs(manoeuvre.profileMps2());
        assertThat(manoeuvre.startSpeedKmh()).isEqualTo(manoeuvre.profileKmh()[0], within(1e-4));
        assertThat(manoeuvre.latitudeDeg()).isBetween(45.002, 45.004);
        assertThat(manoeuvre.tripNumber()).isZero();
    }

    @Test
    void aManoeuvreStartsAtTheSpeedBeforeItsSlopeRises() {
        assertThat(eventsOfSpeedUpFrom(9.9)).isEmpty();
        assertThat(eventsOfSpeedUpFrom(10)).hasSize(1);
        assertThat(eventsOfSpeedUpFrom(0)).isEmpty();
    }

    private static List<EventCutter.Event> eventsOfSpeedUpFrom(double kmh) {
        double mps = kmh / 3.6;
        List<GpsFix> fixes =
                Drive.from(EIGHT).at(mps).hold(40).to(mps + 9, 6).hold(40).fixes();
        return EventCutter.events(facts(fixes).manoeuvres().get(0), 0.9, 10);
    }

    @Test
    void anUnknownSpeedAccuracyIsTakenAsThreeTenths() {
        List<GpsFix> fixes =
                Drive.from(EIGHT).at(10).hold(30).to(16, 4).hold(30).fixes();
        assertThat(facts(fixes).manoeuvres().get(0).guardMps2()).isEqualTo(1.64 * 0.3 * Math.sqrt(0.1), within(1e-12));
    }

    @Test
    void threeSecondsOfHardBrakingGiveTheSlopeOfThePapers() {
        List<GpsFix> fixes =
                Drive.from(EIGHT).at(20).hold(30).to(12.5, 3).hold(30).fixes();
        // 3 s at 2.5 m/s²; slopes over 4 s blunt it
        assertThat(facts(fixes).manoeuvres().get(0).peakMps2()).isBetween(1.6, 2.3);
    }

    // standstills

    @Test
    void aSilentPhoneAtOnePlaceIsAnInferredStandstill() {
        List<GpsFix> fixes = Drive.from(EIGHT, "t")
                .at(10)
                .hold(100)
                .to(0, 10)
                .record()
                .silent(1800, 10)
                .to(10, 10)
                .hold(100)
                .fixes();

        DayFacts facts = facts(fixes);

        assertThat(facts.standstills()).hasSize(1);
        assertThat(facts.standstills().get(0).inferred()).isTrue();
        assertThat(facts.standstills().get(0).durationS()).isBetween(1800.0, 1803.0);
        assertThat(facts.trips().get(0).lostS()).isZero();
    }

    @Test
    void aSilentPhoneThatWakesElsewhereHasLostTime() {
        List<GpsFix> fixes = Drive.from(EIGHT, "t")
                .at(10)
                .hold(100)
                .to(0, 10)
                .record()
                .silent(1800, 8000)
                .to(10, 10)
                .hold(100)
                .fixes();

        DayFacts facts = facts(fixes);

        assertThat(facts.standstills()).isEmpty();
        assertThat(facts.trips().get(0).lostS()).isEqualTo(1800);
        assertThat(facts.coverage()).isCloseTo(219.0 / 2019, within(0.001));
    }

    @Test
    void creepingInAQueueIsOneStandstill() {
        List<GpsFix> fixes = Drive.from(EIGHT, "t")
                .at(10)
                .hold(60)
                .to(0, 8)
                .stand(80)
                .to(3, 4)
                .to(0, 6)
                .stand(80)
                .to(10, 10)
                .hold(60)
                .fixes();
        assertThat(facts(fixes).standstills()).hasSize(1);
    }

    @Test
    void aMinuteIsAStandstillAndAMomentIsNot() {
        assertThat(facts(driveRestDrive("t", 60)).standstills()).hasSize(1);
        assertThat(facts(driveRestDrive("t", 59)).standstills()).isEmpty();
    }

    // curves

    @Test
    void aClearStopHasABrakingAndALaunch() {
        DayFacts facts = facts(stopForCurves(61));

        assertThat(facts.curves())
                .extracting(MovementCurve::kind)
                .containsExactly(MovementCurve.Kind.BRAKING, MovementCurve.Kind.LAUNCH);
        assertThat(facts.curves().get(0).farEndKmh()).isEqualTo(36f);
        assertThat(facts.curves().get(1).farEndKmh()).isEqualTo(36f);
        assertThat(facts.curves().get(0).at()).isEqualTo(Instant.parse("2026-11-16T08:01:50Z"));
        assertThat(facts.curves().get(1).kmh()).hasSize(61).startsWith(0f);
    }

    @Test
    void aStopOfAMinuteIsNotClear() {
        assertThat(facts(stopForCurves(60)).curves()).isEmpty();
    }

    @Test
    void aCurveIsNeverInterpolated() {
        List<GpsFix> fixes = new ArrayList<>(stopForCurves(61));
        fixes.remove(80);

        assertThat(facts(fixes).curves()).extracting(MovementCurve::kind).containsExactly(MovementCurve.Kind.LAUNCH);
        assertThat(facts(Drive.everyNth(stopForCurves(61), 2)).curves()).isEmpty();
    }

    /** The stop's last minus its first sample are as many seconds; 100 s of driving before and after. */
    private static List<GpsFix> stopForCurves(int seconds) {
        return Drive.from(EIGHT, "t")
                .at(10)
                .hold(100)
                .to(0, 10)
                .stand(seconds)
                .to(10, 10)
                .hold(100)
                .fixes();
    }

    // edge cases 18 and 19

    @Test
    void theDayOfTheClockChangeHasTwentyFiveHours() {
        ZoneId paris = ZoneId.of("Europe/Paris");
        Drive drive =
                Drive.from("2026-10-24T22:00:00Z", "t").at(10).hold(25 * 3600).record();

        DayFacts sunday =
                VehicleDay.facts("v", drive.trace(), 1, LocalDate.of(2026, 10, 25), paris, List.of(), ZoneMap.NONE);
        DayFacts monday =
                VehicleDay.facts("v", drive.trace(), 1, LocalDate.of(2026, 10, 26), paris, List.of(), ZoneMap.NONE);

        assertThat(sunday.trips().get(0).durationS()).isEqualTo(90_000);
        assertThat(sunday.distanceKm()).isCloseTo(900, within(1e-9));
        assertThat(monday.trips()).isEmpty();
    }

    @Test
    void midnightConservesEverySum() {
        List<GpsFix> fixes = shifted(Drive.noisy(townAndCountry(13).subList(0, 14_000), 0.3, 3), 20 * 3600 + 37);
        DayFacts whole = VehicleDay.facts(
                "v",
                Trace.of(fixes),
                1,
                LocalDate.of(2026, 11, 16),
                ZoneId.of("Pacific/Honolulu"),
                List.of(),
                ZoneMap.NONE);
        DayFacts sunday = facts(fixes, MONDAY);
        DayFacts monday = facts(fixes, MONDAY.plusDays(1));

        assertThat(whole.trips()).hasSize(1);
        assertThat(sunday.trips()).hasSize(1);
        assertThat(monday.trips()).hasSize(1);
        List<ToDoubleFunction<Trip>> sums = List.of(
                Trip::distanceKm,
                Trip::durationS,
                Trip::movingS,
                Trip::zeroSpeedS,
                Trip::coveredS,
                Trip::lostS,
                Trip::rpaWork,
                Trip::rpaDistanceM,
                Trip::gentleLossMps,
                Trip::totalLossMps,
                trip -> trip.speeds().secondsFrom(0),
                trip -> trip.speeds().windowsFrom(30),
                trip -> trip.speeds().varianceFrom(30));
        for (ToDoubleFunction<Trip> sum : sums) {
            assertThat(sum(sunday, sum) + sum(monday, sum)).isCloseTo(sum(whole, sum), within(1e-9));
        }
        assertThat(sunday.manoeuvres().size() + monday.manoeuvres().size())
                .isEqualTo(whole.manoeuvres().size());
        assertThat(sunday.standstillS() + monday.standstillS()).isCloseTo(whole.standstillS(), within(1e-9));
        assertThat(sunday.fixesRead() + monday.fixesRead()).isEqualTo(whole.fixesRead());
    }

    @Test
    void aStandstillOverMidnightIsSplitThere() {
        List<GpsFix> fixes =
                Drive.from("2026-11-16T23:50:00Z", "t").stand(1200).record().fixes();

        List<Standstill> monday = facts(fixes).standstills();
        List<Standstill> tuesday = facts(fixes, MONDAY.plusDays(1)).standstills();

        assertThat(monday).extracting(Standstill::durationS).containsExactly(600.0);
        assertThat(tuesday).extracting(Standstill::durationS).containsExactly(600.0);
    }

    private static List<GpsFix> shifted(List<GpsFix> fixes, long seconds) {
        return Drive.each(
                fixes,
                fix -> new GpsFix(
                        fix.at().plusSeconds(seconds),
                        fix.track(),
                        fix.latitudeDeg(),
                        fix.longitudeDeg(),
                        fix.speedMps(),
                        fix.accuracyM(),
                        fix.speedAccuracyMps(),
                        fix.bearingDeg(),
                        fix.altitudeM()));
    }

    private static DayFacts facts(List<GpsFix> fixes) {
        return facts(fixes, MONDAY);
    }

    private static DayFacts facts(List<GpsFix> fixes, LocalDate day) {
        return VehicleDay.facts("v", Trace.of(fixes), 1, day, ZoneOffset.UTC, List.of(), ZoneMap.NONE);
    }
}
