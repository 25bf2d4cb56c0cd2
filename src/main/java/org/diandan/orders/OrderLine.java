package org.diandan.orders;

import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.Choice;
import org.diandan.shared.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * An order in a list.
 *
 * @param orderedFor the masked name of the resident served
 * @param until when the caller's part ended, in the list of what is over for them; such a line tells nothing else
 */
public record OrderLine(
        UUID id,
        String number,
        Choice state,
        Choice service,
        Choice site,
        Urgency urgency,
        @Nullable String orderedFor,
        @Nullable Instant dueAt,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant until) {}
