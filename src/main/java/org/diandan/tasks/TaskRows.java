package org.diandan.tasks;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.diandan.http.HttpProblem;
import org.diandan.shared.Ids;
import org.diandan.shared.Refused;
import org.diandan.shared.Scope;

/** Tasks, one at a time; lists are the {@link TaskBoard}'s. */
@ApplicationScoped
class TaskRows implements PanacheRepositoryBase<Task, TaskKey> {

    /** The states as literals: only then PostgreSQL knows that the index of open tasks serves. */
    private static final String OPEN = "center = ?1 and subject = ?2 and kind = ?3 and state in (OPEN, TAKEN)";

    /** The task of this kind that is open for a subject; there is at most one. */
    Optional<Task> open(TaskKind kind, UUID subject) {
        return find(OPEN, Ids.centerOf(subject), subject, kind).singleResultOptional();
    }

    /**
     * A task that somebody asks for.
     *
     * @throws Refused 404 if there is none in their scope
     */
    Task get(UUID id, Scope scope) {
        return findByIdOptional(TaskKey.of(id))
                .filter(task -> task.isVisible(scope))
                .orElseThrow(HttpProblem.NOT_FOUND::because);
    }
}
