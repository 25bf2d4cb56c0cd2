package org.diandan.timers;

import static org.hibernate.query.QueryFlushMode.NO_FLUSH;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.diandan.shared.Ids;
import org.diandan.shared.LastWrites;
import org.hibernate.Session;

/**
 * Sets and stops timers, at most one for each kind and subject. Every method joins the caller's transaction and fails
 * without one: a timer is set if, and only if, what it belongs to is kept. The center is that of the subject's id.
 *
 * <p>The sweeper holds the timer's row while its handler works. Whoever sets or stops the timer of a row that it has
 * locked before can therefore wait for a handler that waits for that row; set timers first, or lock nothing.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Timers {

    private static final String READ = " from timer where center = :center and subject = :subject and kind = :kind";

    private static final String CANCEL = "delete from timer where center = ? and subject = ? and kind = ?";

    private static final String CANCEL_ALL = "delete from timer where center = ? and subject = ?";

    /** The row of a timer that is firing or paused has no next_at: only then its count goes on. */
    private static final String SET = """
            insert into timer (center, subject, kind, due_at, next_at)
            values (?, ?, ?, ?, ?)
            on conflict (center, subject, kind) do update
            set due_at = excluded.due_at, next_at = excluded.next_at, left_ms = null, attempts = 0, last_error = null,
                fired = case when timer.next_at is null then timer.fired else 0 end""";

    private static final String PAUSE = """
            insert into timer (center, subject, kind, due_at, left_ms)
            values (?, ?, ?, ?, ?)
            on conflict (center, subject, kind) do update
            set next_at = null, left_ms = excluded.left_ms, attempts = 0, last_error = null""";

    private final Session session;
    private final LastWrites writes;

    Timers(Session session, LastWrites writes) {
        this.session = session;
        this.writes = writes;
    }

    /**
     * Sets a timer, or moves the one that is set. A handler that sets its own timer again, and whoever sets a paused one,
     * lets the count of {@link Timer#fired} go on; else it begins at 0.
     */
    public void set(String kind, UUID subject, Instant dueAt) {
        writes.add(SET, Ids.centerOf(subject), subject, kind, dueAt, dueAt);
    }

    /** Removes a timer, running or paused; nothing happens if there is none. */
    public void cancel(String kind, UUID subject) {
        writes.add(CANCEL, Ids.centerOf(subject), subject, kind);
    }

    /** Removes all timers of a subject, running or paused. */
    public void cancelAll(UUID subject) {
        writes.add(CANCEL_ALL, Ids.centerOf(subject), subject);
    }

    /**
     * Stops a timer for a while, set before or not: it does not fire, and keeps what is left of its time.
     *
     * @param left as its room counts time (service hours or not), to be given back by {@link #resume}
     */
    public void pause(String kind, UUID subject, Duration left) {
        writes.add(PAUSE, Ids.centerOf(subject), subject, kind, Instant.EPOCH, left.toMillis());
    }

    /**
     * Tells what is left of a paused timer, to the millisecond; empty if it is not paused. The pause ends when the caller
     * sets the timer to the time that it works out from this, or cancels it.
     */
    public Optional<Duration> resume(String kind, UUID subject) {
        return read("left_ms", " and left_ms is not null", Long.class, kind, subject)
                .map(Duration::ofMillis);
    }

    /** When a timer is due; empty if there is none or it is paused. */
    public Optional<Instant> dueAt(String kind, UUID subject) {
        return read("due_at", " and next_at is not null", Instant.class, kind, subject);
    }

    private <T> Optional<T> read(String column, String condition, Class<T> type, String kind, UUID subject) {
        writes.send();
        // No entity has a row in this table, so that there is nothing to flush before it is read.
        return session.createNativeQuery("select " + column + READ + condition, Tuple.class)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", Ids.centerOf(subject))
                .setParameter("subject", subject)
                .setParameter("kind", kind)
                .uniqueResultOptional()
                .map(row -> row.get(0, type));
    }
}
