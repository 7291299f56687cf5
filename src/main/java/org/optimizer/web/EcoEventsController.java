package org.optimizer.web;

import java.util.Optional;
import org.optimizer.process.EcoPush;
import org.optimizer.process.Sender;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Where trackers and other systems push events and marks. */
@IngestApi
class EcoEventsController {
    private final EcoPush push;

    EcoEventsController(EcoPush push) {
        this.push = push;
    }

    @PostMapping(value = "/ingest/v1/eco-events", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    String receive(
            @AuthenticationPrincipal Sender sender,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody byte[] body) {
        return push.receive(sender, Optional.ofNullable(key), body);
    }
}
