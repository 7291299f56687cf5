package org.optimizer.web;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.optimizer.model.SanityEntry;
import org.optimizer.model.SanityFinding;
import org.optimizer.process.SanityDesk.Report;
import org.optimizer.process.SanityWords;

/** The open findings of a site as a table for other tools. */
final class SanityExport {
    private static final List<String> HEAD = List.of(
            "site_id",
            "kind",
            "subject",
            "subject_id",
            "subject_name",
            "contest_id",
            "severity",
            "found_value",
            "found",
            "action",
            "first_seen",
            "last_seen",
            "known_until",
            "known_reason");

    private SanityExport() {}

    static ExportTable of(Report report, List<SanityEntry> entries, SanityWords words) {
        return new ExportTable(
                "sanity",
                "sanity",
                HEAD,
                entries.stream().map(entry -> row(report, entry, words)).toList());
    }

    private static List<Object> row(Report report, SanityEntry entry, SanityWords words) {
        SanityFinding finding = entry.finding();
        return Arrays.asList(
                finding.siteId(),
                finding.kind().code(),
                finding.kind().isOfDriver() ? "driver" : "vehicle",
                finding.subjectId(),
                words.name(finding, report.names()),
                finding.contestId().orElse(null),
                finding.severity().code(),
                finding.found(),
                words.found(finding, report.site().zone()),
                words.action(finding),
                LocalDateTime.ofInstant(entry.firstSeen(), report.site().zone()),
                LocalDateTime.ofInstant(entry.lastSeen(), report.site().zone()),
                entry.known().map(SanityEntry.Known::until).orElse(null),
                entry.known().map(SanityEntry.Known::reason).orElse(null));
    }
}
