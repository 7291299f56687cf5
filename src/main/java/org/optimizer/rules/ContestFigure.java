package org.optimizer.rules;

import java.util.Map;

/** Asks for one of the contest's figures by its name. */
public final class ContestFigure extends Question {
    private final String figure;
    private double answer;

    ContestFigure(String figure) {
        this.figure = figure;
    }

    public String getFigure() {
        return figure;
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
