package org.optimizer.extract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.InboxFile;
import org.optimizer.model.IntakeCount;

/** Reads what became of the files of the inbox folder. */
public class InboxFiles {
    private final ProducerTemplate camel;

    public InboxFiles(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** The newest first. */
    public List<InboxFile> listSince(Instant since, int limit) {
        return Query.rows(camel, "list-inbox-files", "since", since, "maxRows", limit).stream()
                .map(InboxFiles::file)
                .toList();
    }

    /**
     * The rows of this content, where it was read to its end before and nothing of it was left aside.
     *
     * @param vehicleId the vehicle that the file's name begins with; empty for none
     */
    public OptionalLong findReadRows(String hash, String vehicleId) {
        Row found = Query.rows(camel, "count-inbox-rows", "hash", hash, "vehicleId", vehicleId)
                .get(0);
        return found.bigNumber("readings") == 0 ? OptionalLong.empty() : OptionalLong.of(found.bigNumber("rows_read"));
    }

    private static InboxFile file(Row row) {
        return new InboxFile(
                row.text("file_name"),
                row.text("kept_as"),
                row.text("content_hash"),
                row.text("vehicle_id"),
                row.bigNumber("byte_count"),
                row.word("state", InboxFile.State.class),
                row.instant("ended_at"),
                new IntakeCount(
                        row.bigNumber("rows_fresh"),
                        row.bigNumber("rows_updated"),
                        row.bigNumber("rows_unchanged"),
                        row.bigNumber("rows_rejected"),
                        row.bigNumber("rows_held"),
                        row.bigNumber("rows_off_hours")),
                row.optionalText("mistake").map(code -> mistake(code, row)));
    }

    private static InboxFile.Mistake mistake(String code, Row row) {
        return new InboxFile.Mistake(
                code,
                row.bigNumber("mistake_line"),
                Optional.ofNullable(row.text("mistake_details"))
                        .map(text -> List.of(text.split("\n", -1)))
                        .orElse(List.of()));
    }
}
