package org.diandan.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.UUID;
import org.diandan.shared.Area;
import org.diandan.shared.Ids;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.diandan.timers.Timers;

/** Opens tasks for other rooms, and settles them. Joins the caller's transaction and fails without one. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Tasks {

    private final TaskRows rows;
    private final TaskNews news;
    private final Timers timers;
    private final Ids ids;
    private final Clock clock;

    Tasks(TaskRows rows, TaskNews news, Timers timers, Ids ids, Clock clock) {
        this.rows = rows;
        this.news = news;
        this.timers = timers;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens a task; nothing happens if one of its kind is open for the subject already.
     *
     * @return the id of the task that is open now
     */
    public UUID open(NewTask newTask) {
        String center = Area.centerOf(newTask.site());
        if (!Ids.centerOf(newTask.subject()).equals(center)) {
            throw new IllegalArgumentException("Site and subject of a task are of one center: " + newTask);
        }
        return rows.open(newTask.kind(), newTask.subject()).map(Task::id).orElseGet(() -> openFirst(newTask, center));
    }

    private UUID openFirst(NewTask newTask, String center) {
        Task task = new Task(ids.of(center), newTask, clock.instant());
        rows.persist(task);
        timers.set(TaskEscalation.DUE, task.id(), task.dueAt());
        news.tell("task.opened", task);
        return task.id();
    }

    /** Tells whether a task for this role, arisen at this site, exists for somebody with this scope. */
    public static boolean exists(Role role, String site, Scope scope) {
        return role == Role.CLERK
                ? scope.covers(site, Role.CLERK, Role.DISPATCHER)
                : scope.covers(site, Role.DISPATCHER);
    }

    /** Closes the open task of this kind for the subject as no longer needed; nothing happens if there is none. */
    public void settle(TaskKind kind, UUID subject) {
        rows.open(kind, subject).ifPresent(task -> {
            timers.cancel(TaskEscalation.DUE, task.id());
            task.settle(clock.instant());
            news.tell("task.settled", task);
        });
    }
}
