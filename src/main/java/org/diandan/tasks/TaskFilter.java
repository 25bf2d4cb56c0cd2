package org.diandan.tasks;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a list is to hold.
 *
 * @param kind absent for all
 * @param state absent for those that are open, taken or not
 * @param taker the person who took or did them; absent for all
 */
record TaskFilter(
        @Nullable TaskKind kind,
        @Nullable TaskState state,
        @Nullable UUID taker) {

    /** Tells whether the list is of tasks that have ended. */
    boolean isClosed() {
        return state != null && !state.isOpen();
    }
}
