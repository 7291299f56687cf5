package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.model.ZonePair;

/** What the page of zones lets whom do, and what it says when something is wrong. */
class ZonePagesTest {
    private static final String ZONES = "/sites/quarry/zones";
    private static final String ONE = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","id":"pit","properties":{"name":"Fosse <b>","type":"load"},
            "geometry":{"type":"Polygon","coordinates":[[[2.3,48.1],[2.31,48.1],[2.31,48.11],[2.3,48.1]]]}}]}""";

    private final DemoActivity.ZoneDrawing desk = PagesPreview.shared().getBean(DemoActivity.ZoneDrawing.class);

    @BeforeEach
    void reset() {
        desk.reset();
    }

    @Test
    void everybodyMayTryAndSaveNothingByIt() {
        Map<String, String> form = Map.of("text", ONE, "vehicle", "v1", "day", "2026-11-18");

        String page = People.visitor("fleet-manager")
                .post(ZONES + "/trial", form, "/")
                .body();

        assertThat(page)
                .contains(
                        "Le mer. 18 nov. 2026, Benne 1\u00a0: 10 visites avec les zones dessinées, 12 avec celles enregistrées");
        assertThat(page).contains("Fosse &lt;b&gt;").doesNotContain("Fosse <b>");
        assertThat(desk.calls).containsExactly("try 1 v1 2026-11-18");
    }

    @Test
    void aDayWithoutATraceIsSaidSo() {
        Map<String, String> form = Map.of("text", ONE, "vehicle", "v1", "day", "2026-11-21");
        assertThat(People.visitor("operator")
                        .post(ZONES + "/trial", form, ZONES)
                        .body())
                .contains("aucune trace enregistrée");
    }

    @Test
    void whoMayOnlyReadSeesNoWayToSave() {
        String page = People.visitor("fleet-manager").get(ZONES).body();
        assertThat(page)
                .contains("enregistrer revient à un opérateur")
                .doesNotContain("name=\"save\"", ZONES + "/again");
        assertThat(People.visitor("operator").get(ZONES).body()).contains("name=\"save\"", ZONES + "/again");
    }

    @Test
    void whatIsWrongIsSaidWithItsLineAndWhatWasTypedStays() {
        Map<String, String> form = Map.of("text", ONE.replace("\"load\"", "7"));

        String page = People.visitor("operator").post(ZONES, form, ZONES).body();

        assertThat(page).contains("Rien n’a été enregistré\u00a0: GeoJSON:2:", "properties.type", "Fosse &lt;b&gt;");
        assertThat(desk.calls).isEmpty();
    }

    @Test
    void anOperatorSaves() {
        Visitor operator = People.visitor("operator");

        HttpResponse<String> answer = operator.post(ZONES, Map.of("text", ONE), ZONES);

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(ZONES);
        assertThat(operator.get(ZONES).body()).contains("1 zone enregistrée");
        assertThat(desk.calls).containsExactly("save 1");
    }

    @Test
    void aFileIsPutOnTheDeskAndNotSaved() {
        String page = upload(People.visitor("fleet-manager"), ONE).body();

        assertThat(page).contains("Essai en cours", "Fosse &lt;b&gt;");
        assertThat(desk.calls).isEmpty();
    }

    @Test
    void aFileThatIsNoGeoJsonIsShownWithWhatIsWrong() {
        assertThat(upload(People.visitor("operator"), "name;type\npit;load").body())
                .contains("GeoJSON:1:", "name;type");
    }

    @Test
    void geofencesOfTraccarArePutOnTheDeskAsGeoJson() {
        String pit = "{\"id\":7,\"name\":\"Fosse <b>\",\"area\":\"POLYGON((48.1 2.3,48.1 2.31,48.11 2.31,48.1 2.3))\","
                + "\"attributes\":{\"type\":\"yard\"}}";
        Visitor manager = People.visitor("fleet-manager");

        String page = upload(manager, "[" + pit + "]").body();

        assertThat(page)
                .contains(
                        "Essai en cours",
                        "GeoJSON, ou la réponse «\u00a0geofences\u00a0» de Traccar",
                        "Fosse &lt;b&gt;")
                .contains("[[[2.3,48.1],[2.31,48.1],[2.31,48.11],[2.3,48.1]]]", "quarry-7", "&quot;other&quot;");
        assertThat(desk.calls).isEmpty();
        assertThat(upload(manager, "[" + pit.replace("POLYGON((", "LINESTRING(") + "]")
                        .body())
                .contains("geofences[0] &quot;Fosse &lt;b&gt;&quot;.area", "LINESTRING(48.1")
                .doesNotContain("Essai en cours");
        assertThat(upload(manager, "[" + pit + "," + pit.replace("7,", "8,") + "]")
                        .body())
                .contains("found &quot;Fosse &lt;b&gt;&quot; twice", "quarry-8");
    }

    @Test
    void aFileOfMoreThanAMegabyteIsRefused() {
        assertThat(upload(People.visitor("operator"), " ".repeat(1_050_000)).statusCode())
                .isBetween(400, 499);
        assertThat(desk.calls).isEmpty();
    }

    private static HttpResponse<String> upload(Visitor visitor, String content) {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(visitor.get(ZONES).body());
        assertThat(token.find()).isTrue();
        String body = "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token.group(1)
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"z.geojson\"\r\n"
                + "Content-Type: application/geo+json\r\n\r\n" + content + "\r\n--x--\r\n";
        return visitor.post(ZONES + "/import", "multipart/form-data; boundary=x", body);
    }

    @Test
    void theExportIsTheTextThatTheEditorHolds() {
        HttpResponse<String> file = People.visitor("fleet-manager").get(ZONES + ".geojson");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("quarry-zones.geojson");
        assertThat(file.body()).isEqualTo(desk.write(desk.saved));
    }

    @Test
    void pairsAreSavedAsTicked() {
        People.visitor("operator").post(ZONES + "/pairs", Map.of("pair", "Fosse nord\r\nPlateforme"), ZONES);
        assertThat(desk.pairs).containsExactly(new ZonePair("quarry", "Fosse nord", "Plateforme"));
    }

    @Test
    void daysAreCountedAgainInTheNameOfWhoAsked() {
        Visitor operator = People.visitor("operator");
        operator.post(ZONES + "/again", Map.of("since", "2026-11-01"), ZONES);
        assertThat(operator.get(ZONES).body()).contains("140 journées-véhicule sont recomptées");
        assertThat(desk.calls).containsExactly("again 2026-11-01 operator");
    }
}
