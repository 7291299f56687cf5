package org.optimizer.rules;

import java.util.Map;

/** Asks for one of the figures of the method of 2019, as it stands for a site or for all. */
public final class RelativeFigure extends Question {
    private final String figure;
    private final String site;
    private double answer;

    RelativeFigure(String figure, String site) {
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
