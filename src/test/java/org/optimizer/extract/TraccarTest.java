package org.optimizer.extract;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optimizer.config.EdgesTest;
import org.optimizer.config.StubProvider;
import org.optimizer.model.PushedFix;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.springframework.beans.factory.annotation.Autowired;

/** The shapes in which Traccar 6 answers: recorded as its interface description has them. */
@EdgesTest
class TraccarTest {
    private static final String API = "/traccar/api";
    private static final WireMockServer SERVER = StubProvider.SERVER;
    private static final Instant FROM = Instant.parse("2026-11-22T06:00:00Z");
    private static final Vehicle TRUCK = truck("359633100458590");

    @Autowired
    private ProducerTemplate camel;

    private static Vehicle truck(String sourceRef) {
        return new Vehicle("v1", "q1", "T59", VehicleClass.TIPPER, "traccar", sourceRef);
    }

    @BeforeEach
    void stub() {
        SERVER.resetAll();
        answer("/devices", recorded("devices.json"));
        answer("/positions", recorded("positions.json"));
    }

    private static String recorded(String file) {
        try {
            return Files.readString(Path.of("src/test/resources/traccar", file));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static void answer(String path, String json) {
        SERVER.stubFor(get(urlPathEqualTo(API + path)).willReturn(okJson(json)));
    }

    private List<PushedFix> read(Vehicle vehicle, Duration span, TraccarSettings settings) {
        List<PushedFix> positions = new ArrayList<>();
        new Traccar(camel, settings, Clock.fixed(FROM, ZoneOffset.UTC))
                .read(vehicle, FROM, FROM.plus(span), positions::add);
        return positions;
    }

    private List<PushedFix> read() {
        return read(TRUCK, Duration.ofHours(1), basic());
    }

    private static TraccarSettings basic() {
        return new TraccarSettings("ann", "s3cret", "", Duration.ofHours(6));
    }

    @Test
    void twentySevenKnotsAreFiftyKilometresAnHour() {
        PushedFix first = read().get(0);

        assertThat(first.state()).isEqualTo(PushedFix.State.FIX);
        assertThat(first.epochMs()).isEqualTo(FROM.toEpochMilli());
        assertThat(first.speedMps() * 3.6).isCloseTo(50.0, within(0.01));
        assertThat(first.latitudeDeg()).isEqualTo(48.85661);
        assertThat(first.longitudeDeg()).isEqualTo(2.35222);
        assertThat(first.altitudeM()).isEqualTo(35.0);
        assertThat(first.bearingDeg()).isEqualTo(72.0);
        assertThat(first.accuracyM()).isEqualTo(5.0);
        assertThat(first.providerRef()).isEqualTo("8358");
        assertThat(first.driverRef()).isEqualTo("D-0042");
        assertThat(first.alarms()).isEqualTo("hardBraking");
    }

    @Test
    void timesWithOffsetAndMillisecondsNestedFieldsAndAnUnknownAccuracyAreUnderstood() {
        PushedFix second = read().get(1);

        assertThat(second.epochMs()).isEqualTo(FROM.toEpochMilli() + 1250);
        assertThat(second.accuracyM()).isNaN();
        assertThat(second.driverRef()).isEmpty();
        assertThat(second.alarms()).isEqualTo("hardAcceleration,hardCornering,tow");
    }

    @Test
    void numbersMayBeTextAndTimesMayBeNumbers() {
        PushedFix last = read().get(5);

        assertThat(last.state()).isEqualTo(PushedFix.State.FIX);
        assertThat(last.epochMs()).isEqualTo(1_795_413_605_000L);
        assertThat(last.latitudeDeg()).isEqualTo(48.85711);
        assertThat(last.speedMps()).isCloseTo(5.144, within(0.001));
    }

    @Test
    void whatIsNoFixIsHandedOnWithItsReason() {
        List<PushedFix> read = read();

        assertThat(read).hasSize(6);
        assertThat(read)
                .filteredOn(fix -> fix.state() == PushedFix.State.UNREADABLE)
                .extracting(PushedFix::reason)
                .containsExactly("invalid-fix", "unreadable-time", "unreadable-longitude");
        assertThat(read.get(2).raw())
                .isEqualTo("{\"id\":\"8360\",\"deviceId\":\"7\",\"fixTime\":\"2026-11-22T06:00:02Z\",\"valid\":false,"
                        + "\"latitude\":48.85681,\"longitude\":2.35242,\"speed\":1.0}");
    }

    @Test
    void ofARowWithoutATimeThePlaceIsNotHandedOn() {
        PushedFix timeless = read().get(3);

        assertThat(timeless.raw()).contains("not yet").doesNotContain("48.", "2.35");
        assertThat(timeless.latitudeDeg()).isNaN();
        assertThat(timeless.epochMs()).isEqualTo(PushedFix.NO_TIME);
    }

    @Test
    void aSpanIsAskedForInSlices() {
        read(TRUCK, Duration.ofHours(24), basic());

        SERVER.verify(1, getRequestedFor(urlPathEqualTo(API + "/devices")));
        SERVER.verify(4, getRequestedFor(urlPathEqualTo(API + "/positions")).withQueryParam("deviceId", equalTo("7")));
        SERVER.verify(
                1,
                getRequestedFor(urlPathEqualTo(API + "/positions"))
                        .withQueryParam("from", equalTo("2026-11-23T00:00:00Z"))
                        .withQueryParam("to", equalTo("2026-11-23T06:00:00Z"))
                        .withHeader("Accept", equalTo("application/json")));
    }

    @Test
    void theLastSliceEndsWithTheSpan() {
        read(TRUCK, Duration.ofHours(7), basic());

        SERVER.verify(
                1,
                getRequestedFor(urlPathEqualTo(API + "/positions"))
                        .withQueryParam("from", equalTo("2026-11-22T12:00:00Z"))
                        .withQueryParam("to", equalTo("2026-11-22T13:00:00Z")));
    }

    @Test
    void aUserOrATokenSignsIn() {
        read();
        SERVER.verify(getRequestedFor(urlPathEqualTo(API + "/devices"))
                .withHeader("Authorization", equalTo("Basic YW5uOnMzY3JldA==")));

        read(TRUCK, Duration.ofHours(1), new TraccarSettings("", "", "T0k", Duration.ofHours(6)));
        SERVER.verify(
                getRequestedFor(urlPathEqualTo(API + "/positions")).withHeader("Authorization", equalTo("Bearer T0k")));
    }

    @ParameterizedTest
    @CsvSource({"359633100458590,7", "8,8", "7,8"})
    void aVehicleIsFoundByTheHardwaresIdThenByTraccars(String sourceRef, String deviceId) {
        answer("/positions", "[]");
        read(truck(sourceRef), Duration.ofHours(1), basic());

        SERVER.verify(
                1, getRequestedFor(urlPathEqualTo(API + "/positions")).withQueryParam("deviceId", equalTo(deviceId)));
    }

    @Test
    void aVehicleThatTraccarDoesNotKnowHasNoPositions() {
        assertThat(read(truck("no-such-box"), Duration.ofHours(1), basic())).isEmpty();
        SERVER.verify(0, getRequestedFor(urlPathEqualTo(API + "/positions")));
    }

    @Test
    void positionsOfAnotherDeviceAreAnErrorAndNotOurs() {
        answer("/positions", recorded("positions.json").replace("\"deviceId\":7", "\"deviceId\":9"));

        assertThatThrownBy(this::read)
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("found a position of device 9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1]", "[{\"id\":1", "[{\"id\":1,\"deviceId\":7}", "<html>"})
    void whatIsNoListIsSaidWithItsPlace(String broken) {
        answer("/positions", broken);

        assertThatThrownBy(this::read)
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("Traccar GET /positions?deviceId=7")
                .hasMessageContaining("line 1 column")
                .hasMessageContaining("nothing of this answer was kept");
    }

    @ParameterizedTest
    @CsvSource({"401,user and password", "404,base-url", "503,asked again later"})
    void aStatusIsSaidWithWhatToDo(int status, String advice) {
        SERVER.stubFor(get(urlPathEqualTo(API + "/devices"))
                .willReturn(aResponse().withStatus(status).withBody("no")));

        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.status())
                        .isEqualTo(status))
                .hasMessageContaining("found status " + status)
                .hasMessageContaining(advice);
    }

    @Test
    void aConnectionThatBreaksIsSaid() {
        SERVER.stubFor(get(urlPathEqualTo(API + "/positions"))
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        assertThatThrownBy(this::read)
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("check optimizer.traccar.base-url");
    }

    @Test
    void settingsKeepTheirSecretsAndRefuseASliceOfNothing() {
        assertThat(basic().toString()).doesNotContain("s3cret");
        assertThatThrownBy(() -> new TraccarSettings("", "", "", Duration.ZERO))
                .hasMessageContaining("optimizer.traccar.slice");
    }
}
