package org.optimizer.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.optimizer.extract.ScoreFeedSettings.KeyAs;
import org.optimizer.model.EventCounts;
import org.optimizer.model.MarkKind;
import org.optimizer.model.MarkScale;
import org.optimizer.model.PeriodScore;

/** Asks a provider of weekly marks, by the contract in src/docs/scorefeed.md. */
public class ScoreFeed implements PeriodSource {
    public static final String NAME = "scorefeed";

    private static final int MOST_PAGES = 1000;
    private static final Map<MarkKind, String> FIELDS = Map.of(
            MarkKind.ACCELERATION, "acceleration",
            MarkKind.DECELERATION, "deceleration",
            MarkKind.SPEED_KEEPING, "speedKeeping");

    private final ProducerTemplate camel;
    private final ScoreFeedSettings settings;

    public ScoreFeed(ProducerTemplate camel, ScoreFeedSettings settings) {
        this.camel = camel;
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** An item that comes twice, because pages moved, counts as it came last. */
    @Override
    public Answer read(Question question) {
        Map<String, String> ids = question.ids();
        Map<String, PeriodScore> scores = new LinkedHashMap<>();
        int refused = 0;
        for (JsonNode item : items(question)) {
            String id = ids.get(item.path(question.entity().code()).path("id").asText());
            Optional<PeriodScore> score = id == null ? Optional.empty() : score(question, id, item);
            score.ifPresent(known -> scores.put(id, known));
            refused += score.isPresent() ? 0 : 1;
        }
        return new Answer(List.of(), List.copyOf(scores.values()), refused);
    }

    private List<JsonNode> items(Question question) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode first = null;
        for (int number = 0; number < MOST_PAGES; number++) {
            JsonNode page = page(question, number);
            JsonNode rows = page.path("items");
            check(question, page, rows);
            if (rows.isEmpty() || rows.get(0).equals(first)) {
                return all(items, page);
            }
            first = rows.get(0);
            rows.forEach(items::add);
            if (number + 1 >= page.path("page").path("totalPages").asInt()) {
                return all(items, page);
            }
        }
        throw unreadable("page " + MOST_PAGES, "the end", "more pages");
    }

    private static List<JsonNode> all(List<JsonNode> items, JsonNode page) {
        long total = page.path("page").path("totalElements").asLong(-1);
        if (items.size() != total) {
            throw unreadable("page.totalElements", "as many items as it says, " + total, items.size() + " items");
        }
        return items;
    }

    private static void check(Question question, JsonNode page, JsonNode rows) {
        if (!page.path("complete").isBoolean() || !rows.isArray()) {
            throw unreadable("the page", "\"complete\" and \"items\"", "none");
        }
        if (!page.path("complete").asBoolean()) {
            throw ScoreSourceException.notClosed(NAME, question.week(), "complete: false");
        }
        JsonNode period = page.path("period");
        if (!isAt(period.path("from"), from(question)) || !isAt(period.path("to"), to(question))) {
            throw unreadable(
                    "period", "the one asked for, " + from(question) + " to " + to(question), period.toString());
        }
    }

    private static boolean isAt(JsonNode text, Instant expected) {
        try {
            return OffsetDateTime.parse(text.asText()).toInstant().equals(expected);
        } catch (DateTimeException notATime) {
            return false;
        }
    }

    private static Instant from(Question question) {
        return question.week().start(question.zone());
    }

    private static Instant to(Question question) {
        return question.week().end(question.zone());
    }

    private JsonNode page(Question question, int number) {
        boolean bearer = settings.keyAs() == KeyAs.BEARER;
        Map<String, Object> variables = new HashMap<>();
        variables.put("fromTime", from(question).toString());
        variables.put("toTime", to(question).toString());
        variables.put("page", number);
        variables.put("size", settings.pageSize());
        variables.put("keyHeader", bearer ? "Authorization" : "ApiKey");
        variables.put("key", bearer ? "Bearer " + settings.key() : settings.key());
        Exchange answer = camel.send("direct:ask-scorefeed", exchange -> variables.forEach(exchange::setVariable));
        Exception failure = answer.getException();
        if (failure instanceof ScoreFeedAnswer.NotClosed wait) {
            throw ScoreSourceException.notClosed(NAME, question.week(), wait.getMessage());
        }
        if (failure instanceof RuntimeException thrown) {
            throw thrown;
        }
        if (failure != null) {
            throw ScoreSourceException.silent(NAME, failure);
        }
        return answer.getMessage().getBody(JsonNode.class);
    }

    /** Empty for figures that cannot be. */
    private static Optional<PeriodScore> score(Question question, String id, JsonNode item) {
        try {
            MarkScale scale = new MarkScale(
                    number(item.path("scale").path("min")),
                    number(item.path("scale").path("max")));
            return Optional.of(new PeriodScore(
                    NAME,
                    question.entity(),
                    id,
                    question.week(),
                    marks(item.path("scores"), scale),
                    of10(item.path("scores").path("global"), scale),
                    events(item.path("counts")),
                    number(item.path("distanceM")),
                    number(item.path("drivingTimeS")),
                    question.at()));
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    private static Map<MarkKind, Double> marks(JsonNode scores, MarkScale scale) {
        Map<MarkKind, Double> marks = new EnumMap<>(MarkKind.class);
        FIELDS.forEach((kind, field) -> {
            double mark = of10(scores.path(field), scale);
            if (!Double.isNaN(mark)) {
                marks.put(kind, mark);
            }
        });
        return marks;
    }

    /** NaN where there is none. */
    private static double of10(JsonNode mark, MarkScale scale) {
        double value = number(mark);
        return Double.isNaN(value) ? value : scale.of10(value);
    }

    /** NaN where there is none. @throws IllegalArgumentException for anything else that is no number */
    private static double number(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Double.NaN;
        }
        if (!node.isNumber() && !node.isTextual()) {
            throw new IllegalArgumentException("expected a number, found " + node);
        }
        return Double.parseDouble(node.asText());
    }

    private static Optional<EventCounts> events(JsonNode counts) {
        if (!counts.isObject()) {
            return Optional.empty();
        }
        return Optional.of(new EventCounts(
                count(counts.path("harshAcceleration")),
                count(counts.path("harshBraking")),
                count(counts.path("overspeed"))));
    }

    private static int count(JsonNode node) {
        double count = number(node);
        if (count != Math.rint(count)) {
            throw new IllegalArgumentException("expected a count, found " + node);
        }
        return (int) count;
    }

    private static ScoreSourceException unreadable(String place, String expected, String found) {
        return ScoreSourceException.unreadable(NAME, place, expected, found, null);
    }
}
