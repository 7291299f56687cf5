package org.optimizer.config;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A row of a query by column; the rows of one query share their columns' places, which a map of its own for each would repeat. */
final class SqlRow extends AbstractMap<String, Object> {
    private final Map<String, Integer> places;
    private final Object[] values;

    /** @param places of the columns in {@code values}, by name */
    SqlRow(Map<String, Integer> places, Object[] values) {
        this.places = places;
        this.values = values;
    }

    @Override
    public Object get(Object column) {
        Integer place = places.get(column);
        return place == null ? null : values[place];
    }

    @Override
    public boolean containsKey(Object column) {
        return places.containsKey(column);
    }

    @Override
    public Object put(String column, Object value) {
        Integer place = places.get(column);
        if (place == null) {
            throw new UnsupportedOperationException("a row has the columns of its query, " + places.keySet()
                    + ", and takes no " + column + ": name it in the SQL file");
        }
        Object before = values[place];
        values[place] = value;
        return before;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return places.entrySet().stream()
                .map(place -> new SimpleImmutableEntry<>(place.getKey(), values[place.getValue()]))
                .collect(Collectors.toUnmodifiableSet());
    }
}
