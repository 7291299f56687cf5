package org.optimizer.extract;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Site;

/** Reads the sites. */
public class Sites {
    private final ProducerTemplate camel;

    public Sites(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** All sites, ordered by id. */
    public List<Site> list() {
        return Query.rows(camel, "list-sites").stream().map(Sites::site).toList();
    }

    /** @throws IllegalArgumentException when there is no such site */
    public Site get(String siteId) {
        return list().stream()
                .filter(site -> site.id().equals(siteId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("site \"" + siteId + "\": there is no such site"));
    }

    private static Site site(Row row) {
        return new Site(
                row.text("site_id"),
                row.text("name"),
                ZoneId.of(row.text("time_zone")),
                row.text("country"),
                DayOfWeek.of(row.number("closing_day")),
                LocalTime.parse(row.text("closing_time")),
                row.flag("keeps_off_hours"),
                row.number("off_hours_margin_min"));
    }
}
