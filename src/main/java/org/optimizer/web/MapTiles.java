package org.optimizer.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the ground of maps comes from: nothing at all, unless an operator names a server of tiles.
 *
 * @param url such as {@code https://tiles.example.org/{z}/{x}/{y}.png}; empty for a plain ground
 * @param attribution whom to name for them
 */
@Component
record MapTiles(
        @Value("${optimizer.map.tiles-url:}") String url,
        @Value("${optimizer.map.attribution:}") String attribution) {}
