package org.optimizer.transform.intake;

import java.util.Locale;
import org.optimizer.model.Trace;

/**
 * A fix written down for people and for a second try, as JSON of one line. What was not recorded is left out.
 *
 * @param placed false where the position was blanked on purpose: such a row says nothing of where, and cannot be tried again
 */
public record RawFix(
        long epochMs,
        String track,
        double latitudeDeg,
        double longitudeDeg,
        double speedMps,
        double accuracyM,
        double speedAccuracyMps,
        double bearingDeg,
        double altitudeM,
        boolean mock,
        boolean placed) {

    /** A stored fix as it was given, to the digits that are stored. */
    public static RawFix of(Trace trace, int index) {
        return new RawFix(
                trace.timeMs()[index],
                trace.tracks().get(trace.track()[index]),
                trace.latitudeDeg(index),
                trace.longitudeDeg(index),
                value(trace.speedMmps(), index, 1e3),
                value(trace.accuracyMm(), index, 1e3),
                value(trace.speedAccuracyMmps(), index, 1e3),
                value(trace.bearingCdeg(), index, 1e2),
                value(trace.altitudeMm(), index, 1e3),
                trace.isMock(index),
                true);
    }

    private static double value(int[] column, int index, double perUnit) {
        return column == null || column[index] == Trace.ABSENT ? Double.NaN : column[index] / perUnit;
    }

    /** The same without its place: neither position nor height nor heading nor the recording's name. */
    public RawFix blanked() {
        return new RawFix(
                epochMs,
                "",
                Double.NaN,
                Double.NaN,
                speedMps,
                accuracyM,
                speedAccuracyMps,
                Double.NaN,
                Double.NaN,
                mock,
                false);
    }

    public String json() {
        StringBuilder json = new StringBuilder(160).append("{\"time\":").append(epochMs);
        if (!track.isEmpty()) {
            json.append(",\"track\":");
            quote(json, track);
        }
        number(json, "latitude", latitudeDeg);
        number(json, "longitude", longitudeDeg);
        number(json, "speed_mps", speedMps);
        number(json, "accuracy_m", accuracyM);
        number(json, "speed_accuracy_mps", speedAccuracyMps);
        number(json, "bearing_deg", bearingDeg);
        number(json, "altitude_m", altitudeM);
        return json.append(mock ? ",\"mock\":true" : "")
                .append(placed ? "" : ",\"position\":\"blanked\"")
                .append('}')
                .toString();
    }

    /** JSON has no infinite numbers: they become text. */
    private static void number(StringBuilder json, String name, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        json.append(",\"").append(name).append("\":");
        if (Double.isInfinite(value)) {
            json.append('"').append(value).append('"');
        } else {
            json.append(value);
        }
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        text.chars().forEach(sign -> {
            if (sign < ' ' || sign == '"' || sign == '\\' || Character.isSurrogate((char) sign)) {
                json.append(String.format(Locale.ROOT, "\\u%04x", sign));
            } else {
                json.append((char) sign);
            }
        });
        json.append('"');
    }
}
