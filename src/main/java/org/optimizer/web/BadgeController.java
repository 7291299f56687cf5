package org.optimizer.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.optimizer.process.BadgeDesk;
import org.optimizer.process.BadgeDesk.Answer;
import org.optimizer.process.BadgeDesk.LogIn;
import org.optimizer.process.BadgeDesk.Rejected;
import org.optimizer.process.PushRefused;
import org.optimizer.process.Sender;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Where terminals and time clocks say who logged in on which vehicle: a JSON list of {@code {vehicle, driver, at}}. */
@IngestApi
class BadgeController {
    private static final int MOST_ITEMS = 1000;

    private final BadgeDesk desk;

    BadgeController(BadgeDesk desk) {
        this.desk = desk;
    }

    /** The same list twice is once; a log-in without a driver is a log-out. */
    @PostMapping(path = "/ingest/v1/badges", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Answer badges(@RequestBody JsonNode items, Authentication sender) {
        if (!items.isArray()) {
            throw new PushRefused(
                    400, "NO_LIST", "expected a list [{\"vehicle\":…,\"driver\":…,\"at\":…}], found something else");
        }
        if (items.size() > MOST_ITEMS) {
            throw new PushRefused(413, "TOO_MANY", "expected at most " + MOST_ITEMS + " items, found " + items.size());
        }
        return receive(items, (Sender) sender.getPrincipal());
    }

    /** What is no log-in at all is left out, and has its place in the answer all the same. */
    private Answer receive(JsonNode items, Sender sender) {
        List<LogIn> logIns = new ArrayList<>();
        Map<Integer, Integer> indexOf = new HashMap<>();
        List<Rejected> unreadable = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            JsonNode item = items.get(index);
            if (isLogIn(item)) {
                indexOf.put(logIns.size(), index);
                logIns.add(logIn(item));
            } else {
                unreadable.add(new Rejected(index, "BAD_ITEM"));
            }
        }
        Answer answer = desk.receive(sender.source(), sender::mayName, logIns);
        List<Rejected> all = Stream.concat(
                        unreadable.stream(),
                        answer.rejected().stream()
                                .map(rejected -> new Rejected(indexOf.get(rejected.index()), rejected.code())))
                .sorted(Comparator.comparing(Rejected::index))
                .toList();
        return new Answer(answer.accepted(), answer.duplicates(), all);
    }

    private static boolean isLogIn(JsonNode item) {
        JsonNode driver = item.path("driver");
        return item.isObject()
                && item.path("vehicle").isTextual()
                && item.path("at").isTextual()
                && (driver.isTextual() || driver.isNull() || driver.isMissingNode());
    }

    private static LogIn logIn(JsonNode item) {
        JsonNode driver = item.path("driver");
        return new LogIn(
                item.path("vehicle").textValue(),
                driver.isTextual() ? driver.textValue().strip() : "",
                item.path("at").textValue());
    }
}
