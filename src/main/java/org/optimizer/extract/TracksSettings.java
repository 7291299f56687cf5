package org.optimizer.extract;

import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How MyCarTracks is asked: the properties {@code optimizer.traces.*}. What is not set is as in the profile.
 *
 * @param baseUrl such as {@code https://www.mycartracks.com/services/rest/v2}
 * @param tokenUrl such as {@code https://www.mycartracks.com/oauth/token}
 * @param clientId of the OAuth2 client credentials
 * @param scope asked for with a token; empty for none
 * @param paths what follows the base address
 * @param queryTime how instants are written in a question
 * @param answerTime what a number stands for where an answer holds an instant; a text may always be ISO 8601
 * @param pageSize rows of a list that are asked for at once
 * @param fixesPerPage fixes of a recording that are asked for at once: a day has 86 400 seconds
 * @param maximumPages after so many pages a list counts as endless
 * @param speedUnit of the speeds in answers
 * @param fields names in answers, by ours: see {@link TracksProfile#FIELDS}
 * @param callsPerSecond at most; 0 for as many as go
 * @param retryWithin so long a provider that asks to wait is waited for on the spot
 * @param callWithin from connecting to the last byte of one answer
 * @param vehicleWithin all calls for one vehicle
 * @param largestAnswerMb after decompression
 */
public record TracksSettings(
        TracksProfile profile,
        String baseUrl,
        String tokenUrl,
        String clientId,
        String clientSecret,
        ClientAuthentication clientAuthentication,
        String scope,
        Paths paths,
        TimeUnit queryTime,
        TimeUnit answerTime,
        Paging paging,
        Integer pageSize,
        Integer fixesPerPage,
        Integer maximumPages,
        SpeedUnit speedUnit,
        Map<String, List<String>> fields,
        Double callsPerSecond,
        Duration retryWithin,
        Duration callWithin,
        Duration vehicleWithin,
        Integer largestAnswerMb) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    /** What a provider that publishes no limit will hardly mind. */
    private static final double POLITE_CALLS_PER_SECOND = 5;

    /** Where the client says who it is when it asks for a token. */
    public enum ClientAuthentication {
        /** In the header, as RFC 6749 §2.3.1 prefers. */
        BASIC,
        /** In the form. */
        BODY
    }

    /** How page after page is asked for; the number of the page and its size are always said. */
    public enum Paging {
        PAGE,
        /** The same with {@code omitPage=true}: the answer leaves out what it says about pages. */
        OMIT_PAGE
    }

    /** What an instant is counted in. */
    public enum TimeUnit {
        S,
        MS,
        ISO;

        String write(Instant at) {
            return switch (this) {
                case S -> Long.toString(at.getEpochSecond());
                case MS -> Long.toString(at.toEpochMilli());
                case ISO -> at.toString();
            };
        }

        /** What one of it is in milliseconds. */
        long ms() {
            return this == S ? 1000 : 1;
        }
    }

    /** What speeds are counted in. */
    public enum SpeedUnit {
        KMH(1 / 3.6),
        MPS(1),
        /** Knots: a nautical mile is 1852 m. */
        KN(1852 / 3600.0);

        final double mps;

        SpeedUnit(double mps) {
            this.mps = mps;
        }
    }

    /** @param trackpoints with {@code {trackId}} where the recording's id belongs */
    public record Paths(String vehicles, String tracks, String trackpoints) {}

    public TracksSettings {
        profile = requireNonNullElse(profile, TracksProfile.V2);
        baseUrl = orElse(baseUrl, profile.baseUrl);
        tokenUrl = orElse(tokenUrl, profile.tokenUrl);
        clientAuthentication = requireNonNullElse(clientAuthentication, profile.clientAuthentication);
        scope = requireNonNullElse(scope, profile.scope);
        paths = paths(requireNonNullElse(paths, new Paths(null, null, null)), profile);
        queryTime = requireNonNullElse(queryTime, TimeUnit.S);
        answerTime = requireNonNullElse(answerTime, TimeUnit.MS);
        paging = requireNonNullElse(paging, profile.paging);
        pageSize = positive("page-size", requireNonNullElse(pageSize, 1000));
        fixesPerPage = positive("fixes-per-page", requireNonNullElse(fixesPerPage, 86_400));
        maximumPages = positive("maximum-pages", requireNonNullElse(maximumPages, 20));
        speedUnit = requireNonNullElse(speedUnit, SpeedUnit.KMH);
        fields = fields(requireNonNullElse(fields, Map.of()));
        callsPerSecond = requireNonNullElse(callsPerSecond, isThisMachine(baseUrl) ? 0 : POLITE_CALLS_PER_SECOND);
        retryWithin = requireNonNullElse(retryWithin, Duration.ofSeconds(30));
        callWithin = requireNonNullElse(callWithin, Duration.ofSeconds(60));
        vehicleWithin = requireNonNullElse(vehicleWithin, Duration.ofMinutes(2));
        largestAnswerMb = positive("largest-answer-mb", requireNonNullElse(largestAnswerMb, 64));
    }

    /** A profile as it is. */
    public static TracksSettings of(
            TracksProfile profile, String baseUrl, String tokenUrl, String clientId, String clientSecret) {
        return new TracksSettings(
                profile,
                baseUrl,
                tokenUrl,
                clientId,
                clientSecret,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static String orElse(String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }

    private static Paths paths(Paths set, TracksProfile profile) {
        Paths paths = new Paths(
                orElse(set.vehicles, "/vehicles"),
                orElse(set.tracks, "/tracks"),
                orElse(set.trackpoints, profile.trackpoints));
        if (!paths.trackpoints.contains("{trackId}")) {
            throw new IllegalArgumentException(
                    "optimizer.traces.paths.trackpoints: expected a path with {trackId} in it," + " found \""
                            + paths.trackpoints + "\"");
        }
        return paths;
    }

    private static int positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("optimizer.traces." + name + ": expected at least 1, found " + value);
        }
        return value;
    }

    /** The usual names but where others are set. */
    private static Map<String, List<String>> fields(Map<String, List<String>> set) {
        Map<String, List<String>> all = new HashMap<>(TracksProfile.FIELDS);
        set.forEach((ours, theirs) -> {
            if (all.replace(ours, List.copyOf(theirs)) == null) {
                throw new IllegalArgumentException("optimizer.traces.fields." + ours + ": expected one of "
                        + TracksProfile.FIELDS.keySet().stream().sorted().toList());
            }
        });
        return Map.copyOf(all);
    }

    private static boolean isThisMachine(String url) {
        try {
            return THIS_MACHINE.contains(URI.create(url).getHost());
        } catch (IllegalArgumentException noAddress) {
            return false; // the first call says what is wrong with it
        }
    }

    /** Our name of a field by the provider's. */
    Map<String, String> ownNames() {
        Map<String, String> own = new HashMap<>();
        fields.forEach((ours, theirs) -> theirs.forEach(name -> own.put(name, ours)));
        return own;
    }

    @Override
    public String toString() {
        return "TracksSettings[" + profile + ", " + baseUrl + ", " + tokenUrl + ", " + clientId + ", secret withheld]";
    }
}
