package org.diandan.volunteers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What matters of a verified certificate.
 *
 * @param until its last day; absent if it does not end
 */
record Paper(String kind, LocalDate from, @Nullable LocalDate until) {

    boolean countsOn(LocalDate day) {
        return !day.isBefore(from) && !endedBefore(day);
    }

    boolean endedBefore(LocalDate day) {
        return until != null && until.isBefore(day);
    }
}
