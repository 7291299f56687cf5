package org.optimizer.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.component.sql.SqlComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/** The names that Java cannot see: a route is its file, is its address, is a word in one class of extract or load. */
class RoutesTest {
    private static final Path ROUTES = Path.of("routes");
    private static final Pattern SQL_FILE = Pattern.compile("sql/([a-z0-9-]+)\\.sql");
    private static final Pattern PARAMETER = Pattern.compile(":#(\\W|\\$)");

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\..*", "");
    }

    @TestFactory
    Stream<DynamicTest> aRouteHasTheNameOfItsFileAndSaysWhatItDoes() {
        return files(ROUTES, ".yaml").stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    assertThat(file.toString()).endsWith(".camel.yaml");
                    Map<?, ?> route = onlyRoute(file);
                    assertThat(route.get("id")).isEqualTo(name(file));
                    assertThat(((Map<?, ?>) route.get("from")).get("uri")).isEqualTo("direct:" + name(file));
                    assertThat((String) route.get("description")).hasSizeGreaterThan(10);
                }));
    }

    private static Map<?, ?> onlyRoute(Path file) {
        List<?> routes = new Yaml().load(text(file));
        assertThat(routes).hasSize(1);
        return (Map<?, ?>) ((Map<?, ?>) routes.get(0)).get("route");
    }

    @Test
    void everyRouteIsCalledFromExtractOrLoad() {
        String code = Stream.of("extract", "load")
                .flatMap(room -> files(Path.of("src/main/java/org/optimizer", room), ".java").stream())
                .map(RoutesTest::text)
                .collect(Collectors.joining());
        assertThat(files(ROUTES, ".yaml")).allMatch(file -> code.matches("(?s).*\"(direct:)?" + name(file) + "\".*"));
    }

    @Test
    void theSqlFilesAreThoseThatRoutesUse() {
        List<String> used = files(ROUTES, ".yaml").stream()
                .map(RoutesTest::text)
                .flatMap(text -> SQL_FILE.matcher(text).results())
                .map(found -> found.group(1))
                .distinct()
                .sorted()
                .toList();
        assertThat(files(ROUTES.resolve("sql"), ".sql").stream().map(RoutesTest::name))
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @TestFactory
    Stream<DynamicTest> aSqlFileHoldsOneQueryWithNamedParametersOnly() {
        return files(ROUTES.resolve("sql"), ".sql").stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    String query = text(file);
                    Matcher odd = PARAMETER.matcher(query);
                    assertThat(odd.find())
                            .as("a parameter that is no plain name")
                            .isFalse();
                    assertThat(query).doesNotContain("${", "$simple", ";", "?");
                }));
    }

    @Test
    void routesFindTheirSqlInTheFolderRoutesOfTheWorkingDirectoryWhenNothingElseIsSaid() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:relative;MODE=MySQL;DB_CLOSE_DELAY=-1;INIT=create table if not exists vehicle"
                + " (vehicle_id int, site_id int, name int, vehicle_class int, trace_source int, source_ref int)");
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            SqlComponent sql = new SqlComponent();
            sql.setDataSource(database);
            camel.addComponent("sql", sql);
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(PluginHelper.getResourceLoader(camel)
                            .resolveResource("file:routes/list-vehicles.camel.yaml"));
            camel.start();
            assertThat(camel.createProducerTemplate().requestBody("direct:list-vehicles", Map.of()))
                    .isEqualTo(List.of());
        }
    }

    @Test
    void everyCallToAProviderIsMadeOnceAndStripsItsHeaders() {
        List<String> calls = files(ROUTES, ".yaml").stream()
                .map(RoutesTest::text)
                .filter(text -> text.contains("-url}}"))
                .toList();
        assertThat(calls).hasSize(11).allSatisfy(text -> assertThat(text)
                .contains(
                        "httpClientConfigurer: \"#once",
                        "connectTimeout:",
                        "responseTimeout:",
                        "followRedirects: false")
                .contains("throwExceptionOnFailure: false", "- removeHeaders:\n            pattern: \"*\""));
    }
}
