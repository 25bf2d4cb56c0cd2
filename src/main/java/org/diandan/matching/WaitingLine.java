package org.diandan.matching;

import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * An order that waits, because every team that may be asked is kept for orders that are worth more.
 *
 * @param category of its service
 * @param soughtFrom since when a team is sought
 * @param waitingFrom since when it waits
 * @param worth in points
 * @param bestScore of the best team; worth and this come to zero or less
 */
public record WaitingLine(
        UUID order,
        String site,
        String category,
        Urgency urgency,
        Instant soughtFrom,
        Instant waitingFrom,
        int worth,
        @Nullable Integer bestScore) {}
