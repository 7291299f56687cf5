package org.optimizer.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.PushRefusal;
import org.optimizer.model.PushedFix;
import org.optimizer.model.Stored;

/** Writes what is pushed until it is stored, what could not be taken, and what pushes were answered. */
public class PushSink {
    private final ProducerTemplate camel;

    public PushSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Notes that a push came under a key; whoever brings the same one meanwhile waits here. @return false when it came before */
    public boolean begin(String sender, String key, String bodyHash, Instant at) {
        return Call.route(
                        camel,
                        "begin-push-answer",
                        Stored.row("sender", sender, "key", key, "bodyHash", bodyHash, "receivedAt", at))
                == 1;
    }

    public void answer(String sender, String key, String answer) {
        Call.route(camel, "save-push-answer", Stored.row("sender", sender, "key", key, "answer", answer));
    }

    /** Deletes the answers given before an instant. @return how many */
    public int forgetAnswers(Instant before) {
        return Call.route(camel, "forget-push-answers", Stored.row("before", before));
    }

    /** Keeps a fix until its day is written. */
    public void buffer(String source, String vehicleId, PushedFix fix) {
        Call.route(
                camel,
                "buffer-pushed-fix",
                Stored.row(
                        "source", source,
                        "vehicleId", vehicleId,
                        "state", fix.state(),
                        "fixMs", fix.epochMs(),
                        "latitude", fix.latitudeDeg(),
                        "longitude", fix.longitudeDeg(),
                        "speedMps", fix.speedMps(),
                        "accuracyM", fix.accuracyM(),
                        "bearingDeg", fix.bearingDeg(),
                        "altitudeM", fix.altitudeM(),
                        "providerRef", fix.providerRef(),
                        "driverRef", fix.driverRef(),
                        "alarms", fix.alarms(),
                        "reason", fix.reason(),
                        "raw", fix.raw(),
                        "receivedAt", fix.receivedAt()));
    }

    /** Takes the waiting fixes of a vehicle up to a number; whoever does so at the same time waits here, and then finds none of them. */
    public int claim(String source, String vehicleId, long bound, String claim) {
        return Call.route(
                camel,
                "claim-pushed-fixes",
                Stored.row("source", source, "vehicleId", vehicleId, "bound", bound, "claim", claim));
    }

    /** Forgets the claimed fixes, which are stored. */
    public void deleteClaimed(String vehicleId, String claim) {
        Call.route(camel, "delete-pushed-fixes", Stored.row("vehicleId", vehicleId, "claim", claim));
    }

    /** Counts what could not be taken. */
    public void noteRefusals(List<PushRefusal> refusals) {
        if (!refusals.isEmpty()) {
            Call.route(
                    camel,
                    "note-push-refusals",
                    refusals.stream().map(PushSink::row).toList());
        }
    }

    private static Map<String, Object> row(PushRefusal refusal) {
        return Stored.row(
                "source", refusal.source(),
                "code", refusal.code(),
                "subject", cut(refusal.subject(), 200),
                "detail", cut(refusal.detail(), 300),
                "times", refusal.times(),
                "at", refusal.lastAt());
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
