package org.optimizer.rules;

/** Asks for one of the figures of activity by its name, at a site. */
public final class KpiFigure extends SiteFigure {
    KpiFigure(String figure, String site) {
        super(figure, site);
    }
}
