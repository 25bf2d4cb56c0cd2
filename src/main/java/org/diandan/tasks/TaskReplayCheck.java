package org.diandan.tasks;

import jakarta.inject.Singleton;
import java.util.Map;
import org.diandan.http.ReplayCheck;
import org.diandan.identity.CurrentUser;

/** An earlier answer about a task is for those whose task it is now. */
@Singleton
class TaskReplayCheck implements ReplayCheck {

    private final TaskRows rows;
    private final CurrentUser user;

    TaskReplayCheck(TaskRows rows, CurrentUser user) {
        this.rows = rows;
        this.user = user;
    }

    @Override
    public Map<String, Look> looks() {
        return Map.of("/tasks/{}", ids -> rows.get(ids.get(0), user.scope()));
    }
}
