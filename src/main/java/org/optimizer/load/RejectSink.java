package org.optimizer.load;

import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Decided;
import org.optimizer.model.HeldBatch;
import org.optimizer.model.Reject;
import org.optimizer.model.Stored;
import org.optimizer.model.Trace;
import org.optimizer.model.TraceCodec;

/** Keeps what was not believed or waits for a person, and what became of it. Twice is once. */
public class RejectSink {
    private final ProducerTemplate camel;

    public RejectSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** One that is already there stays, with the reason of today; one that was replayed in vain is new again. */
    public void keep(List<Reject> rejects) {
        if (!rejects.isEmpty()) {
            Call.route(
                    camel, "keep-rejects", rejects.stream().map(RejectSink::row).toList());
        }
    }

    private static Map<String, Object> row(Reject reject) {
        return Stored.row(
                "id", reject.id(),
                "source", reject.source(),
                "vehicleId", reject.vehicleId(),
                "reason", reject.reason(),
                "at", reject.at(),
                "raw", reject.raw(),
                "count", reject.count(),
                "receivedAt", reject.receivedAt());
    }

    /**
     * Says what became of a reject.
     *
     * @param before how it was seen
     * @return false when it is not as it was seen
     */
    public boolean decide(Reject reject, Reject.State before, Reject.State state, String reason, Decided decided) {
        Map<String, Object> row = Stored.row(
                "id", reject.id(),
                "before", before,
                "state", state,
                "reason", reason,
                "by", decided.by(),
                "at", decided.at(),
                "why", decided.reason());
        return Call.route(camel, "decide-reject", row) == 1;
    }

    /** Forgets what a row said, as it lies outside working hours. */
    public void forgetRow(Reject reject) {
        Call.route(camel, "forget-reject-row", Stored.row("id", reject.id()));
    }

    /** What is held, locked until the end of the transaction. */
    public record Held(HeldBatch.State state, Trace fixes) {}

    /** Makes a batch that waits, if there is none, and locks it. */
    public Held lock(HeldBatch batch) {
        Map<String, Object> row = row(batch.key());
        row.putAll(Stored.row("ratio", batch.ratio(), "receivedAt", batch.receivedAt()));
        Call.route(camel, "begin-held-batch", row);
        return lock(batch.key());
    }

    /** @throws IllegalStateException when there is none */
    public Held lock(HeldBatch.Key key) {
        List<?> rows = Call.send(camel, "lock-held-batch", row(key), Map.of())
                .getMessage()
                .getBody(List.class);
        return rows.stream()
                .findFirst()
                .map(row -> held((Map<?, ?>) row))
                .orElseThrow(() -> new IllegalStateException(
                        "held_batch " + key + ": expected a row, found none; was it deleted meanwhile?"));
    }

    private static Held held(Map<?, ?> row) {
        byte[] fixes = (byte[]) row.get("fixes");
        return new Held(
                HeldBatch.State.valueOf((String) row.get("state")),
                fixes == null ? Trace.EMPTY : TraceCodec.decode(fixes));
    }

    private static Map<String, Object> row(HeldBatch.Key key) {
        return Stored.row(
                "source", key.source(), "vehicleId", key.vehicleId(), "day", key.day(), "mistake", key.mistake());
    }

    /** These are the fixes of a locked batch from now on. */
    public void save(HeldBatch.Key key, Trace fixes) {
        save(key, fixes.size(), TraceCodec.encode(fixes));
    }

    /** The fixes of a locked batch are stored elsewhere from now on; their number stays. */
    public void release(HeldBatch.Key key, int fixCount) {
        save(key, fixCount, null);
    }

    private void save(HeldBatch.Key key, int fixCount, byte[] fixes) {
        Map<String, Object> row = row(key);
        row.putAll(Stored.row("fixCount", fixCount, "fixes", fixes));
        Call.route(camel, "save-held-batch", row);
    }

    /** @return false when its fixes are stored already, or this was decided before */
    public boolean decide(HeldBatch.Key key, HeldBatch.State state, Decided decided) {
        Map<String, Object> row = row(key);
        row.putAll(Stored.row("state", state, "by", decided.by(), "at", decided.at(), "why", decided.reason()));
        return Call.route(camel, "decide-held-batch", row) == 1;
    }
}
