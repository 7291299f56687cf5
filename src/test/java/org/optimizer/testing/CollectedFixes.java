package org.optimizer.testing;

import java.util.ArrayList;
import java.util.List;
import org.optimizer.model.FixSink;
import org.optimizer.model.Trace;

/** Keeps what a source gives. */
public final class CollectedFixes implements FixSink {
    private final Trace.Builder fixes = new Trace.Builder(1024);
    private final List<String> unreadable = new ArrayList<>();
    private int privateFixes;

    @Override
    public void fix(
            long epochMs,
            String track,
            double latitudeDeg,
            double longitudeDeg,
            double speedMps,
            double accuracyM,
            double speedAccuracyMps,
            double bearingDeg,
            double altitudeM,
            boolean mock) {
        fixes.add(
                epochMs,
                track,
                latitudeDeg,
                longitudeDeg,
                speedMps,
                accuracyM,
                speedAccuracyMps,
                bearingDeg,
                altitudeM,
                mock);
    }

    @Override
    public void privateFix() {
        privateFixes++;
    }

    @Override
    public void unreadable(String reason, String raw) {
        unreadable.add(reason + ": " + raw);
    }

    public Trace trace() {
        return fixes.build();
    }

    /** Reason, colon, row. */
    public List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    public int privateFixes() {
        return privateFixes;
    }
}
