package org.diandan.volunteers;

import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.TimeWindow;

/**
 * Time that a volunteer gave at a visit, travel excluded.
 *
 * @param volunteer the account
 * @param flagged whether a reviewer should look twice: nobody checked out, or a person wrote it
 */
public record NewHours(UUID volunteer, UUID visit, Instant from, Instant to, HoursKind kind, boolean flagged) {

    TimeWindow time() {
        return new TimeWindow(from, to);
    }
}
