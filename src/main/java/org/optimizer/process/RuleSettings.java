package org.optimizer.process;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator tunes about the rules.
 *
 * @param folderChanges what happens when somebody changes a file of the rules folder
 */
public record RuleSettings(@DefaultValue("propose") FolderChanges folderChanges) {

    /** A changed folder is a proposal that somebody approves, or in force from this week on. */
    public enum FolderChanges {
        PROPOSE,
        ACTIVATE
    }
}
