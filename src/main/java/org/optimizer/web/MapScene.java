package org.optimizer.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.optimizer.model.JudgedStandstill;
import org.optimizer.model.Trace;
import org.optimizer.model.Zone;
import org.optimizer.process.KpiDesk.Scene;

/** Zones, lines of the trace and standstills as the map's script reads them: places are [latitude, longitude] in degrees. */
final class MapScene {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A line breaks where nothing was recorded for so long: nobody knows the way between. */
    private static final long GAP_MS = 120_000;

    /** Places nearer than that to the last one add nothing that a screen can show. */
    private static final double SPACING_M = 6;

    private static final double METRES_PER_DEGREE = 111_195;

    private MapScene() {}

    static ObjectNode of(Scene scene, Words say) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode zones = json.putArray("zones");
        scene.zones().forEach(zone -> zones.add(zone(zone, say)));
        json.set("lines", lines(scene.trace()));
        ArrayNode stands = json.putArray("standstills");
        scene.standstills().forEach(judged -> stands.add(standstill(judged, say)));
        return json;
    }

    static ObjectNode zone(Zone zone, Words say) {
        ObjectNode json = JSON.createObjectNode()
                .put("name", zone.name())
                .put("type", zone.type())
                .put("title", zone.name() + " – " + say.zoneType(zone.type()));
        zone.radiusM().ifPresent(metres -> json.put("radius", metres));
        try {
            json.set("geometry", JSON.readTree(zone.geoJson()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "zone " + zone.id() + ": expected a GeoJSON geometry in the table zone, found other text", e);
        }
        return json;
    }

    private static ArrayNode lines(Trace trace) {
        ArrayNode lines = JSON.createArrayNode();
        ArrayNode line = lines.addArray();
        int last = -1;
        for (int index = 0; index < trace.size(); index++) {
            if (!trace.hasPosition(index)) {
                continue;
            }
            if (last >= 0 && trace.timeMs()[index] - trace.timeMs()[last] > GAP_MS && line.size() > 0) {
                line = lines.addArray();
            } else if (last >= 0 && metres(trace, last, index) < SPACING_M) {
                continue;
            }
            line.add(place(trace.latitudeDeg(index), trace.longitudeDeg(index)));
            last = index;
        }
        return lines;
    }

    private static double metres(Trace trace, int one, int other) {
        double north = trace.latitudeDeg(other) - trace.latitudeDeg(one);
        double east = (trace.longitudeDeg(other) - trace.longitudeDeg(one))
                * Math.cos(Math.toRadians(trace.latitudeDeg(one)));
        return Math.hypot(north, east) * METRES_PER_DEGREE;
    }

    private static ArrayNode place(double latitudeDeg, double longitudeDeg) {
        return JSON.createArrayNode().add(latitudeDeg).add(longitudeDeg);
    }

    private static ObjectNode standstill(JudgedStandstill judged, Words say) {
        ObjectNode json = JSON.createObjectNode()
                .put("look", KpiPage.look(judged.idleClass()))
                .put(
                        "title",
                        say.idleClass(judged.idleClass()) + ", "
                                + say.number(judged.standstill().durationS() / 60, 1) + "\u00a0min");
        json.set(
                "at",
                place(judged.standstill().latitudeDeg(), judged.standstill().longitudeDeg()));
        return json;
    }
}
