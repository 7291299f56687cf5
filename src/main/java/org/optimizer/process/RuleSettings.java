package org.optimizer.process;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator tunes about the rules.
 *
 * @param folderChanges what happens when somebody changes a file of the rules folder
 * @param backtestWeeks how many past weeks of each contest a change is tried on
 * @param backtestWithin how long that may take before it stops with what it has; short against the engine's job lock
 * @param shadowWithin how long a change on trial may take to score a week; short against the engine's job lock
 */
public record RuleSettings(
        @DefaultValue("propose") FolderChanges folderChanges,
        @DefaultValue("8") int backtestWeeks,
        @DefaultValue("PT4M") Duration backtestWithin,
        @DefaultValue("PT1M") Duration shadowWithin) {

    /** A changed folder is a proposal that somebody approves, or in force from this week on. */
    public enum FolderChanges {
        PROPOSE,
        ACTIVATE
    }
}
