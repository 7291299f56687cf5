package org.optimizer.rules;

/** Asks for one of the figures of the method of 2019, as it stands for a site or for all. */
public final class RelativeFigure extends SiteFigure {
    RelativeFigure(String figure, String site) {
        super(figure, site);
    }
}
