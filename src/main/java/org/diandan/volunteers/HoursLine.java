package org.diandan.volunteers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger in a list.
 *
 * @param minutes what counts of it, or will if it is confirmed
 * @param flagged whether the reviewer should look twice
 */
record HoursLine(
        UUID id,
        UUID visit,
        HoursKind kind,
        Instant from,
        Instant to,
        int minutes,
        boolean flagged,
        HoursState state,
        @Nullable String reason,
        @Nullable String dispute) {}
