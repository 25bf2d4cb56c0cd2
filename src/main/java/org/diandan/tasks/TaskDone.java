package org.diandan.tasks;

import java.util.UUID;
import org.diandan.shared.Actor;

/** News, in the same transaction: somebody has done a task. Not told of tasks that are settled. */
public record TaskDone(UUID task, TaskKind kind, UUID subject, TaskOutcome outcome, Actor by) {}
