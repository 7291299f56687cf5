package org.optimizer.web;

import org.optimizer.process.Sender;
import org.optimizer.process.TraccarPush;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Where a Traccar server forwards positions ({@code forward.url}) and events ({@code event.forward.url}). */
@IngestApi
class TraccarController {
    private final TraccarPush push;

    TraccarController(TraccarPush push) {
        this.push = push;
    }

    @PostMapping(
            value = {"/ingest/v1/traccar/positions", "/ingest/v1/traccar/events"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    String receive(@AuthenticationPrincipal Sender sender, @RequestBody byte[] body) {
        return push.receive(sender, body);
    }
}
