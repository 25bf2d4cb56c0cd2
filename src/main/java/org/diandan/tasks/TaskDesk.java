package org.diandan.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.diandan.http.Cursors;
import org.diandan.http.IfMatch;
import org.diandan.identity.Accounts;
import org.diandan.identity.CurrentUser;
import org.diandan.shared.Actor;
import org.diandan.shared.Page;
import org.diandan.timers.Timers;
import org.jspecify.annotations.Nullable;

/** What people do with tasks: see, take and end them. */
@ApplicationScoped
@Transactional
class TaskDesk {

    private final TaskRows rows;
    private final TaskBoard board;
    private final TaskNews news;
    private final Event<TaskDone> done;
    private final Timers timers;
    private final Accounts accounts;
    private final CurrentUser user;
    private final IfMatch ifMatch;
    private final Cursors cursors;
    private final Clock clock;

    TaskDesk(
            TaskRows rows,
            TaskBoard board,
            TaskNews news,
            Event<TaskDone> done,
            Timers timers,
            Accounts accounts,
            CurrentUser user,
            IfMatch ifMatch,
            Cursors cursors,
            Clock clock) {
        this.rows = rows;
        this.board = board;
        this.news = news;
        this.done = done;
        this.timers = timers;
        this.accounts = accounts;
        this.user = user;
        this.ifMatch = ifMatch;
        this.cursors = cursors;
        this.clock = clock;
    }

    Page<TaskLine> list(
            @Nullable TaskKind kind, @Nullable TaskState state, boolean mine, @Nullable String after, int limit) {
        var filter = new TaskFilter(kind, state, mine ? user.account() : null);
        List<TaskLine> lines = board.page(user.scope(), filter, cursors.decode(after), limit);
        return Page.of(lines, limit, line -> cursors.encode(line.sortedBy(), line.id()));
    }

    TaskView see(UUID id) {
        return view(rows.get(id, user.scope()));
    }

    TaskView take(UUID id) {
        Task task = checked(id);
        task.take(user.actor(), clock.instant());
        news.tell("task.taken", task);
        return view(task);
    }

    TaskView finish(UUID id, FinishTask request) {
        Task task = checked(id);
        Actor actor = user.actor();
        task.done(request.outcome(), request.note(), actor, clock.instant());
        timers.cancel(TaskEscalation.DUE, id);
        news.tell("task.done", task);
        done.fire(new TaskDone(id, task.kind(), task.subject(), request.outcome(), actor));
        return view(task);
    }

    private Task checked(UUID id) {
        Task task = rows.get(id, user.scope());
        ifMatch.check(task.version());
        return task;
    }

    private TaskView view(Task task) {
        rows.flush();
        List<UUID> people = Stream.of(task.takenBy(), task.closedBy())
                .filter(Objects::nonNull)
                .toList();
        return TaskView.of(task, user.actor(), accounts.names(people));
    }
}
