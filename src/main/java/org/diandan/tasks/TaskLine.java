package org.diandan.tasks;

import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.Role;
import org.jspecify.annotations.Nullable;

/** A task in a list. */
record TaskLine(
        UUID id,
        TaskKind kind,
        TaskState state,
        String site,
        String asked,
        Role role,
        UUID subject,
        Instant dueAt,
        @Nullable UUID takenBy,
        @Nullable Instant closedAt,
        @Nullable TaskOutcome outcome) {

    /** By what the lists are sorted: when it ended, or when it is due. */
    Instant sortedBy() {
        return closedAt == null ? dueAt : closedAt;
    }
}
