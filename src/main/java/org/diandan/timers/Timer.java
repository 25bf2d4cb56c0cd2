package org.diandan.timers;

import java.time.Instant;
import java.util.UUID;

/**
 * A timer whose time has come.
 *
 * @param center the center of the subject, six digits
 * @param kind what is due, such as {@code order.first-look}
 * @param subject what it is due for
 * @param dueAt when it was due; it may fire later, after a failure or while no instance ran
 * @param fired how often it has fired before; 0 the first time, one more each time its handler sets it again
 */
public record Timer(String center, String kind, UUID subject, Instant dueAt, int fired) {}
