package org.diandan.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody saw something of a person in full.
 *
 * @param by the account that saw it
 * @param operation the operation of the contract that showed it
 * @param person whose data they are
 * @param fields which they are
 * @param through the order or visit that it was seen through; absent where the person's own record was opened
 */
record LookLine(
        UUID id,
        Instant at,
        String site,
        @Nullable UUID by,
        String operation,
        Subject person,
        List<Field> fields,
        @Nullable Subject through) {

    static LookLine of(Entry entry) {
        return new LookLine(
                entry.id(),
                entry.at(),
                entry.site(),
                entry.actor(),
                entry.operation(),
                entry.subjectOf(),
                Arrays.stream(entry.detail().split(" ")).map(Field::valueOf).toList(),
                entry.throughOf());
    }
}
