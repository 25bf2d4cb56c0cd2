package org.diandan.http;

import java.sql.SQLException;
import org.diandan.shared.Refused;
import org.jspecify.annotations.Nullable;

/** Tells from the database's own words (SQLSTATE) whether to try again soon, later, or not at all. */
final class SqlDiagnosis {

    private static final int SOON = 1;
    private static final int LATER = 5;

    private SqlDiagnosis() {}

    /** The refusal; none if the failure is a fault of ours. */
    static @Nullable Refused of(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            // Not from the server, which always tells one: the pool had no connection to give.
            return HttpProblem.UNAVAILABLE.because().retryAfter(SOON);
        }
        return switch (state) {
            // serialization_failure, deadlock_detected, lock_not_available
            case "40001", "40P01", "55P03" -> HttpProblem.LOST_RACE.because().retryAfter(SOON);
            // unique_violation, exclusion_violation: the rule was looked at before, so another one came in between
            case "23505", "23P01" -> HttpProblem.LOST_RACE.because().retryAfter(SOON);
            // query_canceled (statement_timeout), read_only_sql_transaction (a standby: it will be promoted)
            case "57014", "25006" -> HttpProblem.UNAVAILABLE.because().retryAfter(LATER);
            default -> isAway(state) ? HttpProblem.UNAVAILABLE.because().retryAfter(LATER) : null;
        };
    }

    /** Connection lost or refused (08), out of disk, memory or connections (53), shutting down (57P), disk (58). */
    private static boolean isAway(String state) {
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.startsWith("58")
                || state.startsWith("28");
    }
}
