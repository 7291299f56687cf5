package org.optimizer.extract;

import java.util.List;
import java.util.Map;

/** What is taken for granted of a version of MyCarTracks where nothing else is set. */
public enum TracksProfile {
    /** The older one; each field of its answers was seen. */
    V2(
            "https://www.mycartracks.com/services/rest/v2",
            "https://www.mycartracks.com/oauth/token",
            TracksSettings.ClientAuthentication.BODY,
            "",
            "/trackpoints/{trackId}",
            TracksSettings.Paging.OMIT_PAGE),
    /** The one for new accounts. Its answers are assumed to be those of v2: the names can be set. */
    V3(
            "https://mycartracks.com/services/rest/v3",
            "https://mycartracks.com/oauth/token",
            TracksSettings.ClientAuthentication.BASIC,
            "read",
            "/tracks/{trackId}/trackpoints",
            TracksSettings.Paging.PAGE);

    /** Ours on the left; what a provider may call it on the right. */
    static final Map<String, List<String>> FIELDS = Map.ofEntries(
            Map.entry("id", List.of("id")),
            Map.entry("name", List.of("name")),
            Map.entry("vehicle", List.of("carId", "vehicleId")),
            Map.entry("start", List.of("startTime", "start")),
            Map.entry("end", List.of("endTime", "end")),
            Map.entry("time", List.of("time", "timestamp", "dateTime")),
            Map.entry("latitude", List.of("latitude", "lat")),
            Map.entry("longitude", List.of("longitude", "lon", "lng")),
            Map.entry("speed", List.of("speed", "speedKmh")),
            Map.entry("accuracy", List.of("accuracy")),
            Map.entry("speed-accuracy", List.of("speedAccuracy")),
            Map.entry("bearing", List.of("bearing", "heading", "course")),
            Map.entry("altitude", List.of("altitude", "alt")),
            Map.entry("mock", List.of("mock")),
            Map.entry("private", List.of("private", "privateMode")));

    final String baseUrl;
    final String tokenUrl;
    final TracksSettings.ClientAuthentication clientAuthentication;
    final String scope;
    final String trackpoints;
    final TracksSettings.Paging paging;

    TracksProfile(
            String baseUrl,
            String tokenUrl,
            TracksSettings.ClientAuthentication clientAuthentication,
            String scope,
            String trackpoints,
            TracksSettings.Paging paging) {
        this.baseUrl = baseUrl;
        this.tokenUrl = tokenUrl;
        this.clientAuthentication = clientAuthentication;
        this.scope = scope;
        this.trackpoints = trackpoints;
        this.paging = paging;
    }

    /** Where this version is asked, and where for its tokens, when nothing is set. */
    public String baseUrl() {
        return baseUrl;
    }

    public String tokenUrl() {
        return tokenUrl;
    }
}
