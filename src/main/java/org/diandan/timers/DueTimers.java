package org.diandan.timers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diandan.shared.LastWrites;
import org.hibernate.Session;

/** The timers as a queue: which are due, and how one of several instances takes one. */
@ApplicationScoped
class DueTimers {

    /** Jumps from center to center along the index, so that it costs one step for each center, however many timers. */
    private static final String CENTERS = """
            with recursive earliest as (
                (select center, next_at from timer where next_at is not null order by center, next_at limit 1)
                union all
                select following.center, following.next_at
                from earliest cross join lateral (
                    select center, next_at from timer
                    where next_at is not null and center > earliest.center
                    order by center, next_at limit 1) following)
            select center from earliest where next_at <= :now""";

    /**
     * Takes the timer that has been due longest and that no other instance holds. A handler waits for a lock half a
     * second only: the database looks for deadlocks after a whole one, and of a handler and a person's request the handler
     * is to give way, as it is tried again.
     */
    private static final String CLAIM = """
            with due as materialized (
                select center, subject, kind from timer
                where center = :center and next_at <= :now
                order by next_at limit 1 for update skip locked)
            update timer set next_at = null, fired = fired + 1
            from due
            where timer.center = due.center and timer.subject = due.subject and timer.kind = due.kind
            returning timer.subject, timer.kind, timer.due_at, timer.fired - 1 as fired, timer.attempts,
                      set_config('lock_timeout', '500ms', true)""";

    private static final String FINISH = """
            delete from timer
            where center = ? and subject = ? and kind = ? and next_at is null and left_ms is null""";

    private static final String POSTPONE = """
            update timer set attempts = attempts + 1, next_at = :nextAt, last_error = :error
            where center = :center and subject = :subject and kind = :kind and attempts = :attempts and next_at <= :now""";

    private static final int LONGEST_ERROR = 500;
    private static final long LONGEST_WAIT_SECONDS = 3600;
    private static final int DOUBLINGS = 12;

    private final Session session;
    private final LastWrites writes;

    DueTimers(Session session, LastWrites writes) {
        this.session = session;
        this.writes = writes;
    }

    /** A timer taken by this transaction, and how often it has failed. */
    record Claimed(Timer timer, int attempts) {}

    /** The centers that have a timer due, whether or not another instance has just taken it. */
    @Transactional(TxType.REQUIRES_NEW)
    List<String> centers(Instant now) {
        return session.createNativeQuery(CENTERS, String.class)
                .setParameter("now", now)
                .getResultList();
    }

    @Transactional(TxType.MANDATORY)
    Optional<Claimed> claim(String center, Instant now) {
        return session.createNativeQuery(CLAIM, Object[].class)
                .addScalar("subject", UUID.class)
                .addScalar("kind", String.class)
                .addScalar("due_at", Instant.class)
                .addScalar("fired", Integer.class)
                .addScalar("attempts", Integer.class)
                .setParameter("center", center)
                .setParameter("now", now)
                .uniqueResultOptional()
                .map(row -> new Claimed(
                        new Timer(center, (String) row[1], (UUID) row[0], (Instant) row[2], (int) row[3]),
                        (int) row[4]));
    }

    /** Removes a timer that has fired, unless its handler set it again or paused it. */
    @Transactional(TxType.MANDATORY)
    void finish(Timer timer) {
        writes.add(FINISH, timer.center(), timer.subject(), timer.kind());
        // Not left to the commit, which hides what was refused: the timer is to keep the reason.
        writes.send();
    }

    /**
     * Puts off a timer whose handler failed: by a second, twice as long each time, at most an hour. Whoever set or took
     * it in the meantime has the better right.
     */
    @Transactional(TxType.REQUIRES_NEW)
    void postpone(Claimed claimed, Throwable failure, Instant now) {
        String error = failure.toString();
        session.createNativeMutationQuery(POSTPONE)
                .setParameter("center", claimed.timer().center())
                .setParameter("subject", claimed.timer().subject())
                .setParameter("kind", claimed.timer().kind())
                .setParameter("attempts", claimed.attempts())
                .setParameter("now", now)
                .setParameter("nextAt", now.plus(delay(claimed.attempts())))
                .setParameter("error", error.substring(0, Math.min(LONGEST_ERROR, error.length())))
                .executeUpdate();
    }

    static Duration delay(int failedBefore) {
        return Duration.ofSeconds(Math.min(LONGEST_WAIT_SECONDS, 1L << Math.min(DOUBLINGS, failedBefore)));
    }
}
