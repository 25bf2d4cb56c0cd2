package org.diandan.shared;

import java.time.Instant;

/** A time from (inclusive) until (exclusive), in UTC. */
public record TimeWindow(Instant from, Instant to) {

    /** @throws IllegalArgumentException if it does not end after it begins */
    public TimeWindow {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A time window ends after it begins");
        }
    }

    /** Tells whether the other window lies inside this one. */
    public boolean contains(TimeWindow other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    /** Tells whether both windows share a moment. */
    public boolean overlaps(TimeWindow other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
