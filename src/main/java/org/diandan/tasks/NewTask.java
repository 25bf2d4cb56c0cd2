package org.diandan.tasks;

import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.Role;

/**
 * A task to be opened.
 *
 * @param site where it arises; the clerks and dispatchers whose area covers it see it
 * @param role CLERK, whose tasks dispatchers may do as well, or DISPATCHER
 * @param subject what it is about, such as an order, of the same center; shown as an id only
 * @param dueAt when it goes one level up if it is still open, and again as long after that
 * @param note what the person should know, at most 1000 characters; no contact data
 */
public record NewTask(TaskKind kind, String site, Role role, UUID subject, Instant dueAt, String note) {

    /** @throws IllegalArgumentException if the role has no area */
    public NewTask {
        if (role != Role.CLERK && role != Role.DISPATCHER) {
            throw new IllegalArgumentException("No tasks for a " + role);
        }
    }
}
