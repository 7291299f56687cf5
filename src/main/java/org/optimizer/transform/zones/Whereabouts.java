package org.optimizer.transform.zones;

import java.util.List;
import org.optimizer.transform.trips.Fixes;
import org.optimizer.transform.trips.Stand;

/**
 * In which zone each fix is. While a vehicle stands, all its fixes are at the place where it stands, so that noise moves it over
 * no fence; fixes are to be asked for in their order.
 */
final class Whereabouts {
    private static final double LEAST_ACCURATE_M = 30;
    /** A position that does not change at this speed is an old one, m/s. */
    private static final double MOVING_MPS = 1.0;

    private final Fixes fixes;
    private final List<Stand> stands;
    private final ZoneMap zones;
    private final Neighbourhood neighbourhood;
    private final int[] zoneOfStand;
    private int next;

    Whereabouts(Fixes fixes, List<Stand> stands, ZoneMap zones) {
        this.fixes = fixes;
        this.stands = stands;
        this.zones = zones;
        this.neighbourhood = new Neighbourhood(zones);
        this.zoneOfStand = stands.stream()
                .mapToInt(stand -> zones.findNear(stand.latitudeDeg(), stand.longitudeDeg()))
                .toArray();
    }

    /** Whether a fix says where the vehicle is. */
    boolean isPlaced(int index) {
        return fixes.hasPosition(index) && !(fixes.accuracyM(index) > LEAST_ACCURATE_M) && !isOld(index);
    }

    private boolean isOld(int index) {
        return index > 0 && fixes.isSamePosition(index - 1, index) && fixes.mps(index) >= MOVING_MPS;
    }

    int zoneOf(int index) {
        return stands(index)
                ? zoneOfStand[next]
                : neighbourhood.find(fixes.latitudeDeg(index), fixes.longitudeDeg(index));
    }

    int zoneOfStand(int stand) {
        return zoneOfStand[stand];
    }

    /** Metres from a fix to a zone. */
    double awayM(int zone, int index) {
        return zones.awayM(zone, latitudeDeg(index), longitudeDeg(index));
    }

    double latitudeDeg(int index) {
        return stands(index) ? stands.get(next).latitudeDeg() : fixes.latitudeDeg(index);
    }

    double longitudeDeg(int index) {
        return stands(index) ? stands.get(next).longitudeDeg() : fixes.longitudeDeg(index);
    }

    /** Goes on to the stand that ends at or after a fix, and says whether it has begun and has a place. */
    private boolean stands(int index) {
        while (next < stands.size() && stands.get(next).to() < index) {
            next++;
        }
        while (next > 0 && stands.get(next - 1).to() >= index) {
            next--;
        }
        return next < stands.size()
                && stands.get(next).from() <= index
                && !Double.isNaN(stands.get(next).latitudeDeg());
    }
}
