package org.diandan.matching;

import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * A routing in a list.
 *
 * @param slotFrom when the place begins that is held for it
 */
public record RoutingLine(
        UUID id,
        UUID order,
        UUID team,
        RoutingState state,
        int round,
        Reach reach,
        String service,
        String site,
        Urgency urgency,
        Instant slotFrom,
        Instant slotTo,
        @Nullable String reason,
        Instant proposedAt,
        Instant answerDueAt,
        Instant updatedAt) {}
