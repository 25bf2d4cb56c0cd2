package org.diandan.sites;

import java.time.LocalTime;

/** The hours of one day on which a Center is open, local time: from (inclusive) until (exclusive). */
public record Hours(LocalTime opens, LocalTime closes) {

    /** @throws IllegalArgumentException if it does not close after it opens */
    public Hours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("Closes after it opens");
        }
    }

    public static Hours of(String opens, String closes) {
        return new Hours(LocalTime.parse(opens), LocalTime.parse(closes));
    }
}
