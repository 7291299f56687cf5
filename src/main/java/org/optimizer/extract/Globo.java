package org.optimizer.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.EventCount;
import org.optimizer.model.EventCounts;
import org.optimizer.model.ScoreRef;
import org.optimizer.model.ScoredEntity;

/** Asks Globo for the events and the distance of drivers or vehicles in a week. */
public class Globo implements PeriodSource {
    public static final String NAME = "globo";

    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,17}");
    private static final int BY_VEHICLE = 1;
    private static final int BY_DRIVER = 2;

    private final ProducerTemplate camel;
    private final GloboSettings settings;

    public Globo(ProducerTemplate camel, GloboSettings settings) {
        this.camel = camel;
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Those whom Globo does not know are not in the answer. */
    @Override
    public Answer read(Question question) {
        List<String> refs =
                question.refs().stream().map(ScoreRef::ref).distinct().toList();
        Map<String, String> ids = question.ids();
        List<EventCount> counts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int refused = 0;
        for (int from = 0; from < refs.size(); from += settings.idsPerCall()) {
            List<String> some = refs.subList(from, Math.min(refs.size(), from + settings.idsPerCall()));
            for (GloboAnswer.Entity entity : ask(body(question, some, from / settings.idsPerCall() + 1))) {
                if (!seen.add(entity.id())) {
                    throw ScoreSourceException.unreadable(
                            NAME, "\"res\"", "each id once", "id " + entity.id() + " twice", null);
                }
                if (ids.containsKey(entity.id())) {
                    counts.add(count(question, ids.get(entity.id()), entity));
                } else {
                    refused++;
                }
            }
        }
        return new Answer(counts, List.of(), refused);
    }

    private static EventCount count(Question question, String id, GloboAnswer.Entity entity) {
        return new EventCount(
                NAME,
                question.entity(),
                id,
                question.week(),
                new EventCounts(entity.accelerations(), entity.brakings(), entity.overspeeds()),
                entity.distanceM(),
                question.at());
    }

    @SuppressWarnings("unchecked") // put there by the class GloboAnswer
    private List<GloboAnswer.Entity> ask(String body) {
        Exchange answer =
                camel.send("direct:ask-globo", exchange -> exchange.getMessage().setBody(body));
        Exception failure = answer.getException();
        if (failure instanceof RuntimeException thrown) {
            throw thrown;
        }
        if (failure != null) {
            throw ScoreSourceException.silent(NAME, failure);
        }
        return answer.getMessage().getBody(List.class);
    }

    private String body(Question question, List<String> refs, int number) {
        ZoneId zone = settings.zone().orElse(question.zone());
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("apikey", settings.apiKey());
            json.writeObjectFieldStart("qry");
            json.writeNumberField("idx", number);
            json.writeNumberField("mod", question.entity() == ScoredEntity.VEHICLE ? BY_VEHICLE : BY_DRIVER);
            json.writeFieldName("ids");
            writeIds(refs, json);
            json.writeStringField("deb", time(question.week().start(question.zone()), zone));
            json.writeStringField("fin", time(question.week().end(question.zone()), zone));
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    private void writeIds(List<String> refs, JsonGenerator json) throws IOException {
        switch (settings.ids()) {
            case ARRAY -> writeArray(refs, json);
            case TEXT -> json.writeString(text(refs));
        }
    }

    /** {@code [101, 102]}, as the pipeline of 2019 wrote it. */
    private static String text(List<String> refs) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.setPrettyPrinter(new SpacedList());
            writeArray(refs, json);
        }
        return text.toString();
    }

    private static final class SpacedList extends com.fasterxml.jackson.core.util.MinimalPrettyPrinter {
        private static final long serialVersionUID = 1L;

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
            json.writeRaw(", ");
        }
    }

    private static void writeArray(List<String> refs, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (String ref : refs) {
            if (NUMBER.matcher(ref).matches()) {
                json.writeNumber(Long.parseLong(ref));
            } else {
                json.writeString(ref);
            }
        }
        json.writeEndArray();
    }
}
