package org.optimizer.extract;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.SmsRefusal;
import org.optimizer.model.SmsSwitch;
import org.optimizer.model.SmsUsage;

/** Reads how much has been sent, who was refused, and whether messages leave. */
public class SmsLedger {
    private final ProducerTemplate camel;

    public SmsLedger(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** By key; those never used are not there. */
    public Map<String, SmsUsage> usage(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return Query.rows(camel, "list-sms-usage", "keys", List.copyOf(keys)).stream()
                .map(row -> new SmsUsage(
                        row.text("usage_key"),
                        row.number("parts"),
                        row.optionalDecimal("cost_eur").orElseThrow()))
                .collect(Collectors.toMap(SmsUsage::key, Function.identity()));
    }

    /** What was done last with the switch; empty when nobody ever stopped it. */
    public Optional<SmsSwitch> findSwitch() {
        return listSwitches(1).stream().findFirst();
    }

    /** Newest first. */
    public List<SmsSwitch> listSwitches(int limit) {
        return Query.rows(camel, "list-sms-switches", "maxRows", limit).stream()
                .map(row -> new SmsSwitch(
                        row.flag("stopped"), row.text("reason"), row.text("changed_by"), row.instant("changed_at")))
                .toList();
    }

    /** Who got no message of an approved week. */
    public List<SmsRefusal> listRefusals(String contestId, IsoWeek week) {
        return Query.rows(camel, "list-sms-refusals", "contestId", contestId, "week", week).stream()
                .map(row -> new SmsRefusal(row.text("driver_id"), row.text("code")))
                .toList();
    }
}
