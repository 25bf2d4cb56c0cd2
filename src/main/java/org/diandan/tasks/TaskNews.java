package org.diandan.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.diandan.outbox.Outbox;

/** Tells the outbox what became of a task. */
@ApplicationScoped
class TaskNews {

    private final Outbox outbox;

    TaskNews(Outbox outbox) {
        this.outbox = outbox;
    }

    void tell(String type, Task task) {
        outbox.write(
                task.center(),
                type,
                task.id(),
                Map.of(
                        "kind", task.kind(),
                        "subject", task.subject(),
                        "site", task.site(),
                        "role", task.role(),
                        "asked", task.asked(),
                        "dueAt", task.dueAt()));
    }
}
