package org.optimizer.standin;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.optimizer.model.IsoWeek;

/**
 * How the stand-in is set up.
 *
 * @param port on the loopback interface; 0 takes any free one, see {@link StandIn#port()}
 * @param ledgerFile where accepted messages are kept, so that they survive a restart; without it they live in memory
 * @param replayFolder recordings (CSV, gzip or plain) to serve as vehicles of their own
 * @param replayWeek the week the recordings are moved to; needed with a folder
 * @param demo whether the demo fleet is served
 * @param receiptDelay from the acceptance of a message to its first delivery receipt
 * @param clientId of the traces' provider
 * @param smsKey of the SMS provider
 * @param apiKey of all others: Globo's, scorefeed's, the password of Traccar's user (who has the id of the traces' client)
 * @param pushTo where boxes push to, without the last parts of the path; on this machine
 */
public record StandInSettings(
        int port,
        Optional<Path> ledgerFile,
        Optional<Path> replayFolder,
        Optional<IsoWeek> replayWeek,
        boolean demo,
        Duration receiptDelay,
        String clientId,
        String clientSecret,
        String smsKey,
        String smsSecret,
        String apiKey,
        URI pushTo) {
    /** @throws IllegalArgumentException when a replay folder comes without the week it is to be moved to */
    public StandInSettings {
        if (replayFolder.isPresent() && replayWeek.isEmpty()) {
            throw new IllegalArgumentException("replay folder " + replayFolder.get()
                    + ": expected also the week to move it to, found none; set optimizer.standin.replay-week, such as"
                    + " 2026-W47");
        }
    }
}
