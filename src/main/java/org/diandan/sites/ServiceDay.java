package org.diandan.sites;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day, or one that differs from its weekday.
 *
 * @param open false for a holiday, true for a make-up working day
 * @param opens local time; absent with {@code closes} for the usual hours
 */
record ServiceDay(
        LocalDate on,
        boolean open,
        @Nullable LocalTime opens,
        @Nullable LocalTime closes,
        @Size(max = 60) @Nullable String note) {

    Optional<Hours> hours(Hours usual) {
        if (!open) {
            return Optional.empty();
        }
        return Optional.of(opens == null || closes == null ? usual : new Hours(opens, closes));
    }
}
