package org.optimizer.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one foreign host that our pages may load pictures from: the server of map tiles that an operator has named. */
final class TilesHost {
    private static final Pattern URL = Pattern.compile("(https?://)((?:\\{s}\\.)?)([A-Za-z0-9.-]+(?::\\d+)?)/.*");

    private TilesHost() {}

    /**
     * As a source of a content security policy, such as {@code https://*.example.org} for {@code https://{s}.example.org/…}; empty
     * without tiles.
     *
     * @throws IllegalStateException when it is no address of tiles
     */
    static String of(String tilesUrl) {
        if (tilesUrl.isBlank()) {
            return "";
        }
        Matcher url = URL.matcher(tilesUrl);
        if (!url.matches()) {
            throw new IllegalStateException("optimizer.map.tiles-url: expected an address of tiles, such as"
                    + " https://tiles.example.org/{z}/{x}/{y}.png, found \"" + tilesUrl
                    + "\"; leave it empty for no tiles");
        }
        return url.group(1) + (url.group(2).isEmpty() ? "" : "*.") + url.group(3);
    }
}
