package org.optimizer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlRowTest {
    private final Map<String, Integer> places = Map.of("vehicle_id", 0, "driver_id", 1);
    private final SqlRow row = new SqlRow(places, new Object[] {"v1", null});

    @Test
    void aRowIsAMapOfItsColumnsNullsAmongThem() {
        Map<String, Object> same = new HashMap<>();
        same.put("vehicle_id", "v1");
        same.put("driver_id", null);

        assertThat(row).isEqualTo(same).hasSameHashCodeAs(same).hasSize(2);
        assertThat(row.get("vehicle_id")).isEqualTo("v1");
        assertThat(row.containsKey("driver_id")).isTrue();
        assertThat(row.get("driver_id")).isNull();
    }

    @Test
    void aColumnThatTheQueryDoesNotGiveIsNotThereAndCannotBeAdded() {
        assertThat(row.containsKey("speed")).isFalse();
        assertThat(row.get("speed")).isNull();
        assertThatThrownBy(() -> row.put("speed", 1)).hasMessageContaining("takes no speed: name it in the SQL file");
    }

    @Test
    void anotherValueStaysInItsRow() {
        SqlRow other = new SqlRow(places, new Object[] {"v2", null});

        assertThat(row.put("driver_id", "anna")).isNull();
        assertThat(row.get("driver_id")).isEqualTo("anna");
        assertThat(other.get("driver_id")).isNull();
    }
}
