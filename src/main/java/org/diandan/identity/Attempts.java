package org.diandan.identity;

import static jakarta.transaction.Transactional.TxType.REQUIRES_NEW;
import static org.diandan.identity.IdentityProblem.TOO_MANY_ATTEMPTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.Session;

/**
 * Counts what somebody could do again and again to get in or to make us pay. In transactions of its own, so that a
 * refused attempt counts.
 */
@ApplicationScoped
@Transactional(REQUIRES_NEW)
class Attempts {

    private static final int CLEARED_AT_ONCE = 20;

    private final Session session;
    private final SigningKey key;
    private final Clock clock;

    Attempts(Session session, SigningKey key, Clock clock) {
        this.session = session;
        this.key = key;
        this.clock = clock;
    }

    /** What is counted, and over which time. */
    enum Kind {
        CODE_FOR_PHONE(Duration.ofDays(1)),
        CODE_FROM_ADDRESS(Duration.ofHours(1)),
        CODE_AT_ALL(Duration.ofHours(1)),
        SECOND_FACTOR(Duration.ofDays(1)),
        PASSWORD_OF_LOGIN(Duration.ofMinutes(15)),
        PASSWORD_FROM_ADDRESS(Duration.ofHours(1));

        private final Duration period;

        Kind(Duration period) {
            this.period = period;
        }
    }

    private record Counted(int count, Instant until) {}

    /**
     * Counts one more, from the first on for the time of its kind.
     *
     * @throws org.diandan.shared.Refused 429 if that is more than the most
     */
    void count(Kind kind, String subject, int most) {
        Instant now = clock.instant();
        Counted counted = session.createNativeQuery(
                        "insert into attempt as a (kind, subject, count, until) values (:kind, :subject, 1, :end)"
                                + " on conflict (kind, subject) do update set"
                                + " count = case when a.until <= :now then 1 else a.count + 1 end,"
                                + " until = case when a.until <= :now then :end else a.until end"
                                + " returning count, until",
                        Object[].class)
                .setParameter("kind", kind.name())
                .setParameter("subject", key.mac(subject))
                .setParameter("now", now)
                .setParameter("end", now.plus(kind.period))
                .setTupleTransformer((row, names) -> new Counted((Integer) row[0], (Instant) row[1]))
                .getSingleResult();
        clear(now);
        if (counted.count() > most) {
            int seconds = (int) Duration.between(now, counted.until()).toSeconds() + 1;
            throw TOO_MANY_ATTEMPTS.because(Integer.toString(seconds)).retryAfter(seconds);
        }
    }

    /** Begins to count anew: it was the right person. */
    void forget(Kind kind, String subject) {
        session.createNativeMutationQuery("delete from attempt where kind = :kind and subject = :subject")
                .setParameter("kind", kind.name())
                .setParameter("subject", key.mac(subject))
                .executeUpdate();
    }

    /** Each count sweeps up some that are over, so that they do not gather. */
    private void clear(Instant now) {
        session.createNativeMutationQuery("delete from attempt where (kind, subject) in"
                        + " (select kind, subject from attempt where until < :now limit :some for update skip locked)")
                .setParameter("now", now)
                .setParameter("some", CLEARED_AT_ONCE)
                .executeUpdate();
    }
}
