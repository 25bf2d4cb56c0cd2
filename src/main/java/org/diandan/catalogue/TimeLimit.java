package org.diandan.catalogue;

import java.util.List;
import org.diandan.shared.Urgency;
import org.diandan.sites.TimeAmount;
import org.jspecify.annotations.Nullable;

/**
 * How long something may take.
 *
 * @param service empty if it holds for every service that has none of its own
 * @param site empty if it holds for every site that has none of its own
 * @param steps one amount, or several that are all counted from the same moment, the shortest first
 * @param quiet when the clock stands still besides
 */
public record TimeLimit(
        Limit limit,
        Urgency urgency,
        String service,
        String site,
        List<TimeAmount> steps,
        @Nullable QuietHours quiet) {

    /** @throws IllegalArgumentException if there is no step */
    public TimeLimit {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("A time limit has one step at least");
        }
    }
}
