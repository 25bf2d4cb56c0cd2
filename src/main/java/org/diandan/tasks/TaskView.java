package org.diandan.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.http.Resource;
import org.diandan.shared.Actor;
import org.diandan.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * A task.
 *
 * @param site where it arose
 * @param asked the site, or the prefecture above it, whose people are asked now
 * @param subject the id of what it is about, such as an order
 * @param dueAt when the next level is asked
 * @param taken who does it
 * @param closed who did it; nobody if it was no longer needed
 * @param actions what the caller may do with it now
 */
record TaskView(
        UUID id,
        TaskKind kind,
        TaskState state,
        String site,
        String asked,
        Role role,
        UUID subject,
        String note,
        Instant openedAt,
        Instant dueAt,
        @Nullable Act taken,
        @Nullable Act closed,
        @Nullable TaskOutcome outcome,
        @Nullable String closingNote,
        List<TaskAction> actions,
        int version)
        implements Resource {

    /** That a person, or the program, did something. */
    record Act(@Nullable UUID account, @Nullable String name, Instant at) {

        private static @Nullable Act of(@Nullable UUID account, @Nullable Instant at, Map<UUID, String> names) {
            return at == null ? null : new Act(account, account == null ? null : names.get(account), at);
        }
    }

    static TaskView of(Task task, Actor caller, Map<UUID, String> names) {
        return new TaskView(
                task.id(),
                task.kind(),
                task.state(),
                task.site(),
                task.asked(),
                task.role(),
                task.subject(),
                task.note(),
                task.openedAt(),
                task.dueAt(),
                Act.of(task.takenBy(), task.takenAt(), names),
                Act.of(task.closedBy(), task.closedAt(), names),
                task.outcome(),
                task.closingNote(),
                task.actions(caller),
                task.version());
    }

    @Override
    public String path() {
        return "/tasks/" + id;
    }
}
