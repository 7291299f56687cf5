package org.optimizer.process;

import java.time.Clock;
import java.util.Optional;
import org.optimizer.extract.DriverLinks;
import org.optimizer.model.DriverLink;
import org.optimizer.model.LinkToken;

/** Lets the holder of a link see one driver's week, for some time and nothing else. */
public class DriverDoor {
    private final DriverLinks links;
    private final LinkSettings settings;
    private final Clock clock;

    public DriverDoor(DriverLinks links, LinkSettings settings, Clock clock) {
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a token opens; empty for one that was never issued, has expired, or cannot be one. */
    public Optional<DriverLink> open(String token) {
        return LinkToken.isOne(token)
                ? links.find(token)
                        .filter(link -> clock.instant().isBefore(link.issuedAt().plus(settings.validFor())))
                : Optional.empty();
    }
}
