package org.diandan.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor asks for: a stretch of time, and, if they like, one who acted or one whom it is about.
 *
 * @param about the id or code of a person or thing
 */
record AuditQuestion(
        Instant from,
        Instant to,
        @Nullable UUID by,
        @Nullable String about) {

    /** A question reads the entries of its time: so long that it answers, and not longer. */
    private static final int MOST_DAYS = 31;

    /**
     * A question with its time: that which was named, of at most 31 days; the last ones where none was.
     *
     * @throws org.diandan.shared.Refused if the time is longer
     */
    static AuditQuestion of(
            @Nullable Instant from, @Nullable Instant to, @Nullable UUID by, @Nullable String about, Instant now) {
        Instant end = to != null ? to : from != null ? from.plus(Duration.ofDays(MOST_DAYS)) : now.plusSeconds(1);
        Instant begin = from != null ? from : end.minus(Duration.ofDays(MOST_DAYS));
        if (Duration.between(begin, end).compareTo(Duration.ofDays(MOST_DAYS)) > 0) {
            throw AuditProblem.TIME_TOO_LONG.because(MOST_DAYS);
        }
        return new AuditQuestion(begin, end, by, about);
    }
}
