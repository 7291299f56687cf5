package org.optimizer.transform.scoring.relative;

import java.util.List;
import org.optimizer.model.Gradient;
import org.optimizer.model.MovementCurve;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.ZoneVisit;

/**
 * A driver's week, before it is compared.
 *
 * @param league the vehicle class with most of his kilometres
 * @param excluded taken out of the week by an approver: compared with nobody
 * @param secondShare share of his kilometres since the contest's first day that were recorded once a second, 0 to 1
 */
public record Entrant(
        String driverId,
        VehicleClass league,
        boolean excluded,
        double secondShare,
        List<MovementCurve> curves,
        List<ZoneVisit> visits,
        List<Gradient> gradients) {
    public Entrant {
        curves = List.copyOf(curves);
        visits = List.copyOf(visits);
        gradients = List.copyOf(gradients);
    }
}
