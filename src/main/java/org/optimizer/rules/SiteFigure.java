package org.optimizer.rules;

import java.util.Map;

/** Asks a table for one of its figures by name, at a site; each such table has a kind of its own. */
public abstract class SiteFigure extends Question {
    private final String figure;
    private final String site;
    private double answer;

    SiteFigure(String figure, String site) {
        this.figure = figure;
        this.site = site;
    }

    public final String getFigure() {
        return figure;
    }

    public final String getSite() {
        return site;
    }

    public final void is(double value, String rule) {
        decidedBy(rule);
        answer = value;
    }

    final double answer() {
        return answer;
    }

    @Override
    final Map<String, Object> outcome() {
        return Map.of("value", answer);
    }
}
