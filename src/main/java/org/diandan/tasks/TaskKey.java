package org.diandan.tasks;

import java.util.UUID;
import org.diandan.shared.Ids;

/** The key of a task; the center first, so that every statement names it. */
record TaskKey(String center, UUID id) {

    static TaskKey of(UUID id) {
        return new TaskKey(Ids.centerOf(id), id);
    }
}
