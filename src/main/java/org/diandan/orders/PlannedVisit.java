package org.diandan.orders;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.diandan.shared.TimeWindow;

/**
 * A visit as the expert plans it.
 *
 * @param people how many volunteers are needed, 1 to 50
 */
public record PlannedVisit(
        @NotNull Instant from,
        @NotNull Instant to,
        @Min(1) @Max(50) int people) {

    /** When it is. */
    public TimeWindow time() {
        return new TimeWindow(from, to);
    }
}
