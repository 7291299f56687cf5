package org.optimizer.process;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.optimizer.model.Vehicle;

/**
 * Which vehicle is meant, whatever of it is said: its id, or its name at the source, or the name that people use; capitals do not
 * matter. An id wins; a name that several vehicles have means none.
 */
final class VehicleNames {
    private final Map<String, Vehicle> byName = new HashMap<>();

    VehicleNames(Collection<Vehicle> vehicles) {
        for (Vehicle vehicle : vehicles) {
            add(vehicle.sourceRef(), vehicle);
            add(vehicle.name(), vehicle);
        }
        vehicles.forEach(vehicle -> byName.put(key(vehicle.id()), vehicle));
    }

    /** A name of two vehicles is kept, as nobody's. */
    private void add(String name, Vehicle vehicle) {
        String key = key(name);
        boolean isOthers = byName.containsKey(key) && !vehicle.equals(byName.get(key));
        byName.put(key, isOthers ? null : vehicle);
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    Optional<Vehicle> find(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    /** The vehicle with the longest name that a file's name begins with, followed by its end or by what is no letter or digit. */
    Optional<Vehicle> findAtStart(String fileName) {
        String text = key(fileName);
        return byName.keySet().stream()
                .filter(name -> !name.isEmpty() && begins(text, name))
                .max(Comparator.comparing(String::length))
                .map(byName::get);
    }

    private static boolean begins(String text, String name) {
        return text.startsWith(name)
                && (text.length() == name.length() || !Character.isLetterOrDigit(text.charAt(name.length())));
    }

    /** Some names, as an example of what is expected. */
    List<String> examples(int count) {
        return byName.values().stream()
                .filter(Objects::nonNull)
                .map(Vehicle::sourceRef)
                .distinct()
                .sorted()
                .limit(count)
                .toList();
    }
}
