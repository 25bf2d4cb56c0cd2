package org.diandan.rights;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A row of a copy. What is absent in the database is absent here.
 *
 * @param key what tells it from the person's other rows of the table
 * @param given what is handed out as it is, by name
 * @param named who is spoken of, by name: one, or several
 */
record PersonalRow(String key, Map<String, Object> given, Map<String, List<UUID>> named) {

    Collection<UUID> people() {
        return named.values().stream().flatMap(List::stream).toList();
    }

    /** The row with people called as they are called there; whom nobody knows any more is called nothing. */
    Map<String, Object> values(Map<UUID, String> called) {
        Map<String, Object> values = new LinkedHashMap<>(given);
        named.forEach((name, people) -> values.put(
                name,
                String.join(
                        "、",
                        people.stream()
                                .flatMap(id -> Stream.ofNullable(called.get(id)))
                                .toList())));
        return values;
    }
}
