package org.optimizer.rules;

import java.time.Duration;
import java.util.Map;
import org.optimizer.model.Idle2019Limits;

/** Asks what counts as idle at a site by the definition of 2019. */
public final class Idle2019Case extends Question {
    private final String site;
    private double longerThanMin;
    private double shorterThanMin;
    private double trackFromKm;
    private double trackUpToH;

    Idle2019Case(String site) {
        this.site = site;
    }

    public String getSite() {
        return site;
    }

    public void are(double longerMin, double shorterMin, double fromKm, double upToH, String rule) {
        decidedBy(rule);
        longerThanMin = longerMin;
        shorterThanMin = shorterMin;
        trackFromKm = fromKm;
        trackUpToH = upToH;
    }

    Idle2019Limits answer() {
        return new Idle2019Limits(
                minutes(longerThanMin), minutes(shorterThanMin), trackFromKm, minutes(trackUpToH * 60));
    }

    private static Duration minutes(double minutes) {
        return Duration.ofMillis(Math.round(minutes * 60_000));
    }

    @Override
    Map<String, Object> outcome() {
        return Map.of(
                "longer_than_min", longerThanMin,
                "shorter_than_min", shorterThanMin,
                "track_from_km", trackFromKm,
                "track_up_to_h", trackUpToH);
    }
}
