package org.optimizer.rules;

import java.util.Map;

/** Asks for one of the figures by which a provider's counts and marks are judged, at a site. */
public final class RateFigure extends Question {
    private final String figure;
    private final String site;
    private double answer;

    RateFigure(String figure, String site) {
        this.figure = figure;
        this.site = site;
    }

    public String getFigure() {
        return figure;
    }

    public String getSite() {
        return site;
    }

    public void is(double value, String rule) {
        decidedBy(rule);
        answer = value;
    }

    double answer() {
        return answer;
    }

    @Override
    Map<String, Object> outcome() {
        return Map.of("value", answer);
    }
}
