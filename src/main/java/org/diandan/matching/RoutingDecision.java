package org.diandan.matching;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision about an order's team, as it was kept.
 *
 * @param team who was asked; absent where nobody was
 * @param first whom the ranking had first, whoever was asked; absent where nobody could be
 */
record RoutingDecision(
        UUID id,
        UUID order,
        int round,
        String site,
        String category,
        Instant decidedAt,
        int policy,
        Engine engine,
        Outcome outcome,
        @Nullable UUID team,
        @Nullable UUID first,
        @Nullable UUID routing,
        Explanation explanation,
        Inputs inputs) {

    /** Tells whether somebody chose another team than the ranking had first. */
    boolean isOverruled() {
        return team != null && !team.equals(first);
    }
}
