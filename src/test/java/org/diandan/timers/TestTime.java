package org.diandan.timers;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** Time as a test lets it pass: every timer fires at its own moment on the way. */
@ApplicationScoped
public class TestTime {

    private final TestClock clock;
    private final Sweeper sweeper;
    private final Session session;

    TestTime(TestClock clock, Sweeper sweeper, Session session) {
        this.clock = clock;
        this.sweeper = sweeper;
        this.session = session;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Lets time pass. Fails if a timer fails: a room whose subject has moved on returns and does nothing. */
    public void advance(Duration time) {
        advanceTo(now().plus(time));
    }

    /** Lets time pass until a moment. */
    public void advanceTo(Instant end) {
        for (var next = nextDue(end); next.isPresent(); next = nextDue(end)) {
            clock.set(next.get().isAfter(now()) ? next.get() : now());
            sweeper.sweep();
            checkNoneFailed();
        }
        clock.set(end);
    }

    /** Takes back the time that has passed and forgets the timers of other tests. */
    public void reset() {
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery("delete from timer")
                .executeUpdate());
        clock.set(TestClock.START);
    }

    private Optional<Instant> nextDue(Instant end) {
        return QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery(
                        "select next_at from timer where next_at <= :end order by next_at limit 1", Instant.class)
                .setParameter("end", end)
                .uniqueResultOptional());
    }

    private void checkNoneFailed() {
        List<String> failed = QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery(
                        "select kind || ' of ' || subject || ': ' || last_error from timer where attempts > 0",
                        String.class)
                .getResultList());
        if (!failed.isEmpty()) {
            throw new AssertionError("Timers failed: " + failed);
        }
    }
}
