package org.diandan.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diandan.shared.Ids;
import org.diandan.sites.Site;
import org.diandan.sites.Sites;
import org.diandan.timers.Timer;
import org.diandan.timers.TimerHandler;
import org.diandan.timers.Timers;

/** What happens to a task that is due and still open: the next level is asked. */
@ApplicationScoped
class TaskEscalation implements TimerHandler {

    static final String DUE = "tasks.due";

    private static final int PREFECTURE = 4;

    private final TaskRows rows;
    private final TaskNews news;
    private final Sites sites;
    private final Timers timers;
    private final Clock clock;

    TaskEscalation(TaskRows rows, TaskNews news, Sites sites, Timers timers, Clock clock) {
        this.rows = rows;
        this.news = news;
        this.sites = sites;
        this.timers = timers;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(DUE);
    }

    @Override
    public void fire(Timer timer) {
        rows.findByIdOptional(TaskKey.of(timer.subject()))
                .filter(task -> task.state().isOpen())
                .ifPresent(task -> above(task).ifPresent(level -> {
                    task.escalate(level, clock.instant());
                    timers.set(DUE, task.id(), task.dueAt());
                    news.tell("task.escalated", task);
                }));
    }

    /** The chain of the task's site, then the prefecture that its Center lies in; above that nobody is asked. */
    private Optional<String> above(Task task) {
        List<String> levels = new ArrayList<>();
        for (Site site : sites.chain(task.site())) {
            levels.add(site.code());
        }
        levels.add(Ids.centerOf(task.id()).substring(0, PREFECTURE));
        int next = levels.indexOf(task.asked()) + 1;
        return next < levels.size() ? Optional.of(levels.get(next)) : Optional.empty();
    }
}
