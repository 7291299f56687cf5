package org.optimizer.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyDouble;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.optimizer.extract.Facts;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.VehicleClass;
import org.optimizer.process.WhyNot;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.transform.scoring.Week;

/** The real answers of the shipped tables, on trips one of which was recorded too slowly. */
final class DemoWhy {
    private DemoWhy() {}

    static WhyNot of() {
        Facts facts = mock(Facts.class);
        List<DrivenTrip> slow =
                Week.of(VehicleClass.TIPPER, 42).interval(2.6).days(1).trips();
        when(facts.tripsByDriver(anyList(), anyList(), any(), any(), anyDouble()))
                .thenAnswer(
                        asked -> Map.of(((List<?>) asked.getArgument(0)).get(0).toString(), slow));
        RulebookShelf shelf = mock(RulebookShelf.class);
        when(shelf.files(any())).thenReturn(files());
        return new WhyNot(facts, shelf);
    }

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(Path.of("rules"))) {
            for (Path file :
                    all.filter(each -> each.toString().endsWith(".table.csv")).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
