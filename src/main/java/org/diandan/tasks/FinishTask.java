package org.diandan.tasks;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Asks to end a task.
 *
 * @param outcome one of those that {@code GET /task-kinds} lists for its kind
 * @param note what others should know; no contact data
 */
record FinishTask(
        TaskOutcome outcome, @Nullable @Size(max = 1000) String note) {}
