/**
 * What a clerk or dispatcher must do by a time: call a resident, find a team where nobody came, decide a dispute.
 *
 * <p>Owns the table {@code task}. Never does what a task asks for, and never knows its subject but by id: rooms open
 * tasks and hear when they are done. Tells {@link org.diandan.tasks.TaskDone}, and to the outbox {@code task.opened},
 * {@code task.taken}, {@code task.escalated}, {@code task.done} and {@code task.settled}.
 */
@NullMarked
package org.diandan.tasks;

import org.jspecify.annotations.NullMarked;
