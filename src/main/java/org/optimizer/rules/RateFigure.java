package org.optimizer.rules;

/** Asks for one of the figures by which a provider's counts and marks are judged, at a site. */
public final class RateFigure extends SiteFigure {
    RateFigure(String figure, String site) {
        super(figure, site);
    }
}
