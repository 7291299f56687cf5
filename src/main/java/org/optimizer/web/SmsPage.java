package org.optimizer.web;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.optimizer.model.OptOut;
import org.optimizer.model.SmsCountry;
import org.optimizer.model.SmsSwitch;
import org.optimizer.process.SmsControl.Campaign;
import org.optimizer.process.SmsControl.Country;
import org.optimizer.process.SmsControl.Entry;
import org.optimizer.process.SmsControl.Look;
import org.optimizer.process.SmsLimits;

/**
 * SMS as a whole, worded for the page.
 *
 * @param rule what is kept of the hours and STOP texts at present
 * @param lost how many entries recognise nobody; empty when none
 * @param removed entries that were taken back
 */
record SmsPage(
        boolean stopped,
        List<Turn> log,
        String rule,
        List<Meter> meters,
        String worst,
        String each,
        List<Sending> campaigns,
        List<Land> countries,
        List<Out> optOuts,
        List<Out> removed,
        String lost) {

    /** @param look of the switch's new state */
    record Turn(String what, String look, String reason, String by, String at) {}

    /** @param width 0 to 100 */
    record Meter(String name, String used, double width) {}

    /** @param link of the week */
    record Sending(String contest, String week, String link, Meter meter, int waiting, int unclear) {}

    record Land(
            String name,
            boolean allowed,
            String next,
            String hours,
            String digits,
            String sender,
            String stop,
            String price) {}

    /** @param number under which it is taken back: a hash, nobody's number */
    record Out(String number, String who, String tail, String source, String since, String removed) {}

    static SmsPage of(Look look, Words say) {
        SmsLimits.Caps caps = look.limits().caps();
        return new SmsPage(
                look.stopped(),
                look.log().stream().map(each -> turn(each, say)).toList(),
                say.text(rule(look)),
                List.of(meter(
                        say.text("sms.caps.day"),
                        look.day().parts(),
                        caps.day(),
                        look.day().costEur(),
                        say)),
                say.text("sms.caps.worst", caps.day(), euros(look.worstDayEur(), say)),
                say.text("sms.caps.each", caps.driverWeek(), caps.message()),
                look.campaigns().stream()
                        .map(campaign -> sending(campaign, caps.campaign(), say))
                        .toList(),
                look.countries().stream()
                        .map(country -> land(country, look, say))
                        .toList(),
                outs(look, true, say),
                outs(look, false, say),
                look.lost() == 0 ? "" : say.text("sms.opt-out.lost", look.lost()));
    }

    private static String rule(Look look) {
        if (look.limits().traffic() == SmsLimits.Traffic.TRANSACTIONAL) {
            return "sms.rule.transactional";
        }
        return look.keepsHours() ? "sms.rule.hours" : "sms.rule.stand-in";
    }

    private static Turn turn(SmsSwitch change, Words say) {
        return new Turn(
                say.text(change.stopped() ? "sms.log.stopped" : "sms.log.released"),
                change.stopped() ? "wrong" : "closed",
                change.reason(),
                change.by(),
                say.moment(change.at(), ZoneOffset.UTC));
    }

    private static Meter meter(String name, int used, int cap, BigDecimal cost, Words say) {
        return new Meter(
                name, say.text("sms.caps.used", used, cap, euros(cost, say)), Math.min(100, 100.0 * used / cap));
    }

    private static Sending sending(Campaign campaign, int cap, Words say) {
        return new Sending(
                campaign.contest().name(),
                say.week(campaign.batch().week()),
                WeekPage.path(campaign.batch()),
                meter(
                        campaign.contest().name(),
                        campaign.usage().parts(),
                        cap,
                        campaign.usage().costEur(),
                        say),
                campaign.waiting(),
                campaign.unclear());
    }

    private static Land land(Country country, Look look, Words say) {
        SmsCountry rules = country.rules();
        boolean open = !country.next().isAfter(say.now());
        return new Land(
                say.country(rules.country()),
                rules.allowed(),
                say.text(open ? "sms.country.open" : "sms.country.closed", say.hour(country.next(), rules.zone())),
                say.text(
                        rules.sundays() ? "sms.country.hours.sundays" : "sms.country.hours",
                        rules.fromHour(),
                        rules.toHour(),
                        rules.zone().getId()),
                Integer.toString(rules.nationalDigits()),
                rules.sender().isEmpty() ? say.text("sms.country.sender.default") : rules.sender(),
                rules.stopText().isEmpty() ? "–" : rules.stopText(),
                say.text("sms.eur", say.number(rules.pricePerPartEur().doubleValue(), 3)));
    }

    private static List<Out> outs(Look look, boolean active, Words say) {
        return look.optOuts().stream()
                .filter(entry -> entry.optOut().isActive() == active)
                .map(entry -> out(entry, say))
                .toList();
    }

    private static Out out(Entry entry, Words say) {
        OptOut optOut = entry.optOut();
        return new Out(
                optOut.numberHash(),
                entry.driver().map(driver -> driver.name()).orElse(say.text("sms.opt-out.nobody")),
                "·· " + optOut.lastDigits()
                        + (optOut.country().isEmpty() ? "" : " (" + say.country(optOut.country()) + ")"),
                say.text("sms.opt-out.source." + optOut.source().name().toLowerCase(Locale.ROOT)),
                say.moment(optOut.since(), ZoneOffset.UTC),
                optOut.removal()
                        .map(removal -> say.text(
                                "sms.opt-out.removed-by",
                                removal.by(),
                                say.moment(removal.at(), ZoneOffset.UTC),
                                removal.why()))
                        .orElse(""));
    }

    private static String euros(BigDecimal value, Words say) {
        return say.text("sms.eur", say.number(value.doubleValue(), 2));
    }
}
