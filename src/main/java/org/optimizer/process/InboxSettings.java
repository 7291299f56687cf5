package org.optimizer.process;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What an operator tunes about the inbox folder.
 *
 * @param folder into which files are dropped; {@code done} and {@code failed} are made in it
 * @param every how often it is looked at; zero for never
 * @param settle how long a file's size must have stayed the same before the file counts as complete
 * @param takenFor how long a node may work on a file before another one takes it for dead; longer than any file takes
 * @param largestMb files above are refused
 * @param keep how long files stay in {@code done} and {@code failed}; positions are personal data
 */
public record InboxSettings(
        Path folder, Duration every, Duration settle, Duration takenFor, int largestMb, Duration keep) {}
