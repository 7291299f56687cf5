package org.optimizer.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.optimizer.model.Badge;
import org.optimizer.model.BadgeAside;
import org.optimizer.model.InboxFile;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.Site;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.process.BadgeDesk;
import org.optimizer.process.Inbox;
import org.optimizer.process.InboxSettings;

/** An inbox with a file of every kind, and log-ins; both keep what was asked of them. */
final class DemoInbox {
    private static final Instant NOW = DemoWeek.NOW;

    private DemoInbox() {}

    static final class Folder extends Inbox {
        final List<String> calls = new ArrayList<>();

        Folder() {
            super(settings(), 1, null, null, null, null, null, null, null, null, null, null);
        }

        private static InboxSettings settings() {
            return new InboxSettings(
                    Path.of("data/inbox"), Duration.ZERO, Duration.ZERO, Duration.ZERO, 300, Duration.ZERO);
        }

        @Override
        public Look look() {
            return new Look(
                    Path.of("/srv/optimizer/data/inbox"),
                    300,
                    List.of(
                            new Waiting("T09_lundi.gpx", 2_310_000, NOW.minusSeconds(4), "waiting"),
                            new Waiting("semaine.csv.gz.part", 41_200_000, NOW.minusSeconds(60), "unfinished")),
                    List.of(
                            file(
                                    "T07_lundi.csv",
                                    512_000,
                                    InboxFile.State.DONE,
                                    new IntakeCount(28_800, 0, 12, 3, 0, 900)),
                            file("badges_S47.csv", 2_100, InboxFile.State.DONE, new IntakeCount(41, 0, 2, 1, 0, 0)),
                            wrong("T07 <b>.csv", "number", 4, "column lat", "\"nord\""),
                            wrong("piste.gpx", "unknown-file-vehicle", 0, "piste.gpx", "T07_2026-11-16.gpx")));
        }

        private static InboxFile file(String name, long bytes, InboxFile.State state, IntakeCount count) {
            return new InboxFile(
                    name, "T07_lundi.20261123-120405-1a2b3c.csv", "", "", bytes, state, NOW, count, Optional.empty());
        }

        private static InboxFile wrong(String name, String code, long line, String... details) {
            return new InboxFile(
                    name,
                    "T07_b.20261123-120405-1a2b3c.csv",
                    "",
                    "",
                    900,
                    InboxFile.State.FAILED,
                    NOW,
                    IntakeCount.NONE,
                    Optional.of(new InboxFile.Mistake(code, line, List.of(details))));
        }

        @Override
        public String add(String name, InputStream content) {
            try {
                calls.add("add " + name + " " + new String(content.readAllBytes(), StandardCharsets.UTF_8));
                return name;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static final class LogIns extends BadgeDesk {
        private static final Site SITE = new Site("quarry", "Carrière", ZoneId.of("Europe/Paris"), "FR");
        final List<String> calls = new ArrayList<>();

        LogIns() {
            super(null, null, null, null, null, null, null, null, null, null, null);
        }

        @Override
        public Look look() {
            return new Look(
                    List.of(
                            newest("v1", "T07", Optional.of(new Badge("v1", "d4", NOW.minusSeconds(7200)))),
                            newest("v2", "T08", Optional.of(new Badge("v2", "", NOW.minusSeconds(90_000)))),
                            newest("v3", "T09", Optional.empty())),
                    List.of(new BadgeAside("T07", "d99", NOW.minusSeconds(3600), "unknown-driver", "inbox", NOW)));
        }

        private static Newest newest(String id, String name, Optional<Badge> badge) {
            return new Newest(new Vehicle(id, "quarry", name, VehicleClass.TIPPER), SITE, badge);
        }

        /** Takes the first, has seen the second, and knows nobody else. */
        @Override
        public Answer receive(String source, Predicate<Vehicle> may, List<LogIn> logIns) {
            logIns.forEach(logIn -> calls.add(source + " " + logIn));
            List<Rejected> rejected = new ArrayList<>();
            for (int index = 2; index < logIns.size(); index++) {
                rejected.add(new Rejected(index, "UNKNOWN_DRIVER"));
            }
            return new Answer(Math.min(1, logIns.size()), logIns.size() > 1 ? 1 : 0, rejected);
        }

        @Override
        public int retryAside() {
            calls.add("retry");
            return 1;
        }
    }
}
