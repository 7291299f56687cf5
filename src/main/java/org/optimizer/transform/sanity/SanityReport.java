package org.optimizer.transform.sanity;

import java.util.List;
import java.util.stream.Stream;
import org.optimizer.model.Rulebook;
import org.optimizer.model.SanityData;
import org.optimizer.model.SanityFinding;
import org.optimizer.model.SanityTally;

/** What a check of a site's data finds: vehicles first, then drivers, and how many drivers have and lack what. */
public record SanityReport(List<SanityFinding> findings, List<SanityTally> tallies) {
    /** Weeks before the checked one that say what is usual. */
    public static final int USUAL_WEEKS = 8;

    public static SanityReport of(SanityData data, Rulebook rulebook) {
        Book book = new Book(data);
        Verdicts verdicts = new Verdicts(data.siteId(), book, rulebook);
        List<SanityFinding> findings = Stream.of(
                        new VehicleChecks(book, verdicts).findings(), new DriverChecks(book, verdicts).findings())
                .flatMap(List::stream)
                .toList();
        return new SanityReport(findings, Tallies.of(book));
    }
}
