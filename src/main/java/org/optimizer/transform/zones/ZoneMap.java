package org.optimizer.transform.zones;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.ItemVisitor;
import org.locationtech.jts.index.hprtree.HPRtree;

/** The zones of a site: at any place at most one of them counts. Safe for several threads. */
public final class ZoneMap {
    /** For a site without zones. */
    public static final ZoneMap NONE = new ZoneMap(List.of());

    /** As exact as good positions are, m. */
    private static final double BESIDE_M = 5;

    /** No zone, where zones are numbers. */
    static final int NOWHERE = -1;

    private final List<Fence> fences;
    private final Plane plane;
    private final List<Plot> plots;
    private final HPRtree index = new HPRtree();

    public ZoneMap(List<Fence> fences) {
        this.fences = List.copyOf(fences);
        this.plane = Plane.of(fences);
        this.plots = fences.stream()
                .map(fence -> Plot.of(fence, plane))
                .sorted(Plot.WINNERS_FIRST)
                .toList();
        for (int zone = 0; zone < plots.size(); zone++) {
            for (Shape shape : plots.get(zone).shapes()) {
                Entry entry = new Entry(zone, shape.envelope(), shape);
                index.insert(entry.bounds, entry);
            }
        }
        index.build();
    }

    /** A part of a zone. */
    record Entry(int zone, Envelope bounds, Shape shape) {
        boolean contains(double x, double y) {
            return bounds.contains(x, y) && shape.contains(x, y);
        }
    }

    /** In the order in which they were given. */
    public List<Fence> fences() {
        return fences;
    }

    public boolean isEmpty() {
        return plots.isEmpty();
    }

    /** The zone of highest priority, then of smallest area, around a place; NaN is nowhere. */
    public Optional<Fence> at(double latitudeDeg, double longitudeDeg) {
        return optional(find(latitudeDeg, longitudeDeg));
    }

    /** The zone that a vehicle is in when it stands here: the one around, or else one whose fence it stands at (within 5 m). */
    public Optional<Fence> atOrBeside(double latitudeDeg, double longitudeDeg) {
        return optional(findNear(latitudeDeg, longitudeDeg));
    }

    private Optional<Fence> optional(int zone) {
        return zone == NOWHERE ? Optional.empty() : Optional.of(fence(zone));
    }

    /** The same as a number, the winners first; or {@link #NOWHERE}. */
    int find(double latitudeDeg, double longitudeDeg) {
        if (plots.isEmpty() || Double.isNaN(latitudeDeg) || Double.isNaN(longitudeDeg)) {
            return NOWHERE;
        }
        Search search = new Search(plane.x(longitudeDeg), plane.y(latitudeDeg));
        index.query(new Envelope(search.x, search.x, search.y, search.y), search);
        return search.found;
    }

    /** As {@link #atOrBeside}, as a number. */
    int findNear(double latitudeDeg, double longitudeDeg) {
        int around = find(latitudeDeg, longitudeDeg);
        if (around != NOWHERE || plots.isEmpty() || Double.isNaN(latitudeDeg) || Double.isNaN(longitudeDeg)) {
            return around;
        }
        double x = plane.x(longitudeDeg);
        double y = plane.y(latitudeDeg);
        for (Entry entry : listNear(x, y, BESIDE_M)) {
            if (entry.shape.distanceM(x, y) <= BESIDE_M) {
                return entry.zone;
            }
        }
        return NOWHERE;
    }

    /** The parts whose bounds touch a square around a place of the plane, the winners first. */
    List<Entry> listNear(double x, double y, double halfSideM) {
        List<Entry> near = new ArrayList<>();
        index.query(
                new Envelope(x - halfSideM, x + halfSideM, y - halfSideM, y + halfSideM),
                item -> near.add((Entry) item));
        near.sort(Comparator.comparingInt(Entry::zone));
        return near;
    }

    Plane plane() {
        return plane;
    }

    /** Looks for the winner among the fences whose bounds hold a place. */
    private static final class Search implements ItemVisitor {
        private final double x;
        private final double y;
        private int found = NOWHERE;

        private Search(double x, double y) {
            this.x = x;
            this.y = y;
        }

        @Override
        public void visitItem(Object item) {
            Entry entry = (Entry) item;
            boolean wins = found == NOWHERE || entry.zone < found;
            if (wins && entry.contains(x, y)) {
                found = entry.zone;
            }
        }
    }

    Fence fence(int zone) {
        return plots.get(zone).fence();
    }

    /** Metres from a place to a zone, whatever other zones there are; 0 within. */
    double awayM(int zone, double latitudeDeg, double longitudeDeg) {
        return plots.get(zone).awayM(plane.x(longitudeDeg), plane.y(latitudeDeg));
    }
}
