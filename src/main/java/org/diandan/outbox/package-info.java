/**
 * News that leaves the transaction it happened in: written with the change, delivered afterwards, at least once, to each
 * subscriber that wants it.
 *
 * <p>Owns the tables {@code outbox_event} and {@code outbox_delivery}. Never knows what news means, and carries no
 * personal data. Tells no news of its own.
 */
@NullMarked
package org.diandan.outbox;

import org.jspecify.annotations.NullMarked;
