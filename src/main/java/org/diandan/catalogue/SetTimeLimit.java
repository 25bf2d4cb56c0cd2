package org.diandan.catalogue;

import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.diandan.http.Fault;
import org.diandan.shared.Texts;
import org.diandan.sites.ClockKind;
import org.diandan.sites.TimeAmount;
import org.jspecify.annotations.Nullable;

/**
 * Sets a time limit.
 *
 * @param steps ISO 8601, such as {@code PT4H} or {@code P1D}; all counted from the same moment, the shortest first
 * @param quietFrom with {@code quietUntil}: the night in which a wall clock stands still
 */
record SetTimeLimit(
        @Size(min = 1, max = 5) List<@Size(max = 20) String> steps,
        ClockKind clock,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietUntil) {

    private static final int MOST_DAYS = 366;
    private static final Duration MOST_TIME = Duration.ofHours(1000);

    /** The steps, of which there are as many as the program knows what to do with. */
    List<TimeAmount> amounts(int expected, Locale language) {
        if (steps.size() != expected) {
            throw fault("/steps", "steps", language, expected).refuse();
        }
        List<TimeAmount> amounts = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            amounts.add(amount(steps.get(i), "/steps/" + i, language));
        }
        return amounts;
    }

    /** The quiet hours, if there are any. */
    @Nullable
    QuietHours quiet(Locale language) {
        if (quietFrom == null && quietUntil == null) {
            return null;
        }
        if (quietFrom == null || quietUntil == null || !quietUntil.isBefore(quietFrom) || clock == ClockKind.SERVICE) {
            throw fault("/quietFrom", "quiet", language).refuse();
        }
        return new QuietHours(quietFrom, quietUntil);
    }

    private TimeAmount amount(String step, String pointer, Locale language) {
        try {
            TimeAmount amount = TimeAmount.parse(step, clock);
            if (amount.days() <= MOST_DAYS
                    && amount.time().compareTo(MOST_TIME) <= 0
                    && amount.time().equals(amount.time().truncatedTo(ChronoUnit.MINUTES))
                    && !(amount.days() == 0 && amount.time().isZero())) {
                return amount;
            }
        } catch (IllegalArgumentException e) {
            throw fault(pointer, "amount", language, MOST_DAYS).refuse();
        }
        throw fault(pointer, "amount", language, MOST_DAYS).refuse();
    }

    private static Fault fault(String pointer, String key, Locale language, Object... arguments) {
        return Fault.at(pointer, Texts.of(SetTimeLimit.class, "time-limit." + key, language, arguments));
    }
}
