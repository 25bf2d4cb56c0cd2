package org.diandan.catalogue;

import java.time.LocalTime;
import org.diandan.sites.Hours;

/** The part of the night in which nobody is disturbed and the clock stands still, local time. */
public record QuietHours(LocalTime from, LocalTime until) {

    /** @throws IllegalArgumentException if they do not span midnight */
    public QuietHours {
        if (!until.isBefore(from)) {
            throw new IllegalArgumentException("Quiet hours begin in the evening and end in the morning");
        }
    }

    /** The rest of the day. */
    Hours awake() {
        return new Hours(until, from);
    }
}
