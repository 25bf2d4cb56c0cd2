/**
 * Due times: what must happen at a moment, kept in the database until it has happened, and the sweeper that makes it
 * happen on any instance, once.
 *
 * <p>Owns the table {@code timer}. Never knows what a timer means: rooms set them and bring a {@link
 * org.diandan.timers.TimerHandler} for what happens. Tells no news.
 */
@NullMarked
package org.diandan.timers;

import org.jspecify.annotations.NullMarked;
