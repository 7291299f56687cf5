package org.optimizer.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.SanityEntry;
import org.optimizer.model.SanityEntry.Known;
import org.optimizer.model.SanityFinding;
import org.optimizer.model.SanityRun;
import org.optimizer.model.SanityTally;
import org.optimizer.model.Stored;

/** Writes what checks of the data found, and what people say about it. */
public class SanitySink {
    private final ProducerTemplate camel;

    public SanitySink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** One check of a site at a time, until the transaction ends. */
    public void lockSite(String siteId) {
        Call.route(camel, "lock-site", Stored.row("siteId", siteId));
    }

    /** Leaves what people said about the findings as it is. */
    public void saveEntries(List<SanityEntry> entries) {
        if (!entries.isEmpty()) {
            Call.route(
                    camel,
                    "save-sanity-entries",
                    entries.stream().map(SanitySink::row).toList());
        }
    }

    private static Map<String, Object> row(SanityEntry entry) {
        Map<String, Object> row = row(entry.finding());
        row.putAll(Stored.row("firstSeen", entry.firstSeen(), "lastSeen", entry.lastSeen(), "goneAt", entry.goneAt()));
        return row;
    }

    private static Map<String, Object> row(SanityFinding finding) {
        return new HashMap<>(Stored.row(
                "key", finding.key(),
                "siteId", finding.siteId(),
                "kind", finding.kind(),
                "subjectId", finding.subjectId(),
                "contestId", finding.contestId(),
                "severity", finding.severity(),
                "action", finding.action(),
                "found", finding.found(),
                "beside", finding.beside(),
                "details",
                        finding.details().stream()
                                .map(detail -> detail.replace(';', ','))
                                .collect(Collectors.joining(";")),
                "lastFixAt", finding.lastFixAt()));
    }

    /** @param fresh keys of the findings that no check had found just before */
    public void addRun(SanityRun run, List<SanityFinding> findings, Set<String> fresh, List<SanityTally> tallies) {
        Call.route(
                camel,
                "add-sanity-run",
                Stored.row(
                        "id", run.id(),
                        "siteId", run.siteId(),
                        "contestId", run.contestId(),
                        "week", run.week(),
                        "firstDay", run.first(),
                        "lastDay", run.last(),
                        "checkedAt", run.checkedAt(),
                        "findings", run.findings(),
                        "fresh", run.fresh(),
                        "gone", run.gone(),
                        "failure", run.failure()),
                Map.of("seen", seen(run.id(), findings, fresh), "tallies", tallies(run.id(), tallies)));
    }

    private static List<Map<String, Object>> seen(String runId, List<SanityFinding> findings, Set<String> fresh) {
        return findings.stream()
                .map(finding -> {
                    Map<String, Object> row = row(finding);
                    row.put("runId", runId);
                    row.put("fresh", fresh.contains(finding.key()));
                    return row;
                })
                .toList();
    }

    private static List<Map<String, Object>> tallies(String runId, List<SanityTally> tallies) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (SanityTally tally : tallies) {
            rows.add(Stored.row(
                    "runId", runId,
                    "contestId", tally.contestId(),
                    "ordinal", rows.size(),
                    "thing", tally.thing(),
                    "have", tally.have(),
                    "lack", tally.lack()));
        }
        return rows;
    }

    /** Notes that a finding is known, or with an empty one that it is not any more. @return whether there is such a finding */
    public boolean know(String siteId, String key, Optional<Known> known) {
        return Call.route(
                        camel,
                        "know-sanity-finding",
                        Stored.row(
                                "siteId", siteId,
                                "key", key,
                                "until", known.map(Known::until),
                                "reason", known.map(Known::reason),
                                "by", known.map(Known::by),
                                "at", known.map(Known::at)))
                == 1;
    }

    /** Puts the mail about a check into the outbox; a second one about the same check is none. */
    public void queueMail(SanityRun run, Instant at) {
        Call.route(
                camel,
                "queue-mail",
                Stored.row("key", "sanity:" + run.id(), "siteId", run.siteId(), "runId", run.id(), "at", at));
    }

    /** @return whether the mail is the caller's to send; nobody else will ever send it */
    public boolean claimMail(long mailId, Instant at) {
        return Call.route(camel, "claim-mail", Stored.row("mailId", mailId, "at", at)) == 1;
    }

    /** @param failure why it was not sent; empty when it was */
    public void endMail(long mailId, Optional<String> failure, Instant at) {
        Call.route(
                camel,
                "end-mail",
                Stored.row(
                        "mailId",
                        mailId,
                        "state",
                        failure.isPresent() ? "FAILED" : "SENT",
                        "at",
                        at,
                        "failure",
                        failure.map(text -> text.substring(0, Math.min(1000, text.length())))));
    }
}
