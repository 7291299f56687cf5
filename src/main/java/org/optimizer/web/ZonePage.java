package org.optimizer.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optimizer.model.Site;
import org.optimizer.model.Zone;
import org.optimizer.model.ZonePair;
import org.optimizer.process.ZoneDesk.Ground;
import org.optimizer.process.ZoneDesk.Trial;

/**
 * A site's zones, worded for the page.
 *
 * @param text the GeoJSON that is being worked on
 * @param draft whether that is not what is saved
 * @param types what a drawn zone may be
 * @param trial what a past day would be; empty when none was asked for
 * @param trialText the same in a sentence; a refusal, when the day holds nothing
 * @param wrong why the text cannot be understood; empty when it can
 */
record ZonePage(
        List<KpiPage.SiteLink> sites,
        String site,
        String path,
        String text,
        boolean draft,
        List<ZoneRow> zones,
        List<Type> types,
        List<Choice> vehicles,
        String day,
        String today,
        Optional<Trial> trial,
        String trialText,
        String wrong,
        List<LoadZone> pairs,
        String since,
        String days) {

    /** What zone types the rules tell apart. */
    private static final List<String> TYPES = List.of(
            "load", "unload", "queue", "depot", "weighbridge", "fuel", "wash", "rest_area", "home", "cruise", "other");

    private static final int DAYS_BACK = 28;

    record ZoneRow(String name, String type, String shape, int priority, String dwell) {}

    record Type(String code, String name) {}

    record Choice(String id, String name, boolean chosen) {}

    /** @param targets the unload zones, ticked where they are allowed */
    record LoadZone(String name, List<Choice> targets) {}

    /**
     * What is being worked on.
     *
     * @param text empty for what is saved
     * @param vehicleId empty for the first one
     */
    record Draft(String text, Optional<Trial> trial, String trialText, String wrong, String vehicleId, LocalDate day) {
        static Draft none(LocalDate today) {
            return new Draft("", Optional.empty(), "", "", "", today.minusDays(1));
        }
    }

    static String path(String siteId) {
        return "/sites/" + siteId + "/zones";
    }

    static ZonePage of(Ground ground, String saved, Draft draft, int days, List<Site> sites, Words say) {
        return new ZonePage(
                sites.stream()
                        .map(site -> new KpiPage.SiteLink(
                                site.name(),
                                path(site.id()),
                                site.id().equals(ground.site().id())))
                        .toList(),
                ground.site().name(),
                path(ground.site().id()),
                draft.text.isEmpty() ? saved : draft.text,
                !draft.text.isEmpty(),
                ground.zones().stream().map(zone -> row(zone, say)).toList(),
                TYPES.stream().map(type -> new Type(type, say.zoneType(type))).toList(),
                ground.vehicles().stream()
                        .map(vehicle -> new Choice(
                                vehicle.id(), vehicle.name(), vehicle.id().equals(draft.vehicleId)))
                        .toList(),
                draft.day.toString(),
                ground.today().toString(),
                draft.trial,
                draft.trialText,
                draft.wrong,
                pairs(ground),
                since(ground).toString(),
                say.text("zones.again.count", days));
    }

    static LocalDate since(Ground ground) {
        return ground.today().minusDays(DAYS_BACK);
    }

    private static ZoneRow row(Zone zone, Words say) {
        return new ZoneRow(
                zone.name(),
                say.zoneType(zone.type()),
                zone.radiusM().isPresent()
                        ? say.text(
                                "zones.shape.circle", say.number(zone.radiusM().getAsDouble(), 0))
                        : say.text("zones.shape.polygon"),
                zone.priority(),
                zone.minDwellS().isPresent()
                        ? say.number(zone.minDwellS().getAsDouble(), 0)
                        : say.text("zones.dwell.rule"));
    }

    private static List<LoadZone> pairs(Ground ground) {
        Set<ZonePair> allowed = ground.pairs().stream().collect(Collectors.toSet());
        List<String> targets = ofType(ground, "unload").toList();
        return targets.isEmpty()
                ? List.of()
                : ofType(ground, "load")
                        .map(load -> new LoadZone(
                                load,
                                targets.stream()
                                        .map(unload -> new Choice(
                                                unload,
                                                unload,
                                                allowed.contains(new ZonePair(
                                                        ground.site().id(), load, unload))))
                                        .toList()))
                        .toList();
    }

    private static Stream<String> ofType(Ground ground, String type) {
        return ground.zones().stream().filter(zone -> zone.type().equals(type)).map(Zone::name);
    }
}
