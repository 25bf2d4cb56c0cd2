package org.diandan.sites;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something may take: days, and time beside them, on one of two clocks. Written as ISO 8601: {@code P1D},
 * {@code PT4H}, {@code P1DT2H}.
 */
public record TimeAmount(int days, Duration time, ClockKind clock) {

    private static final Pattern FORM = Pattern.compile("P(?:(\\d{1,4})D)?(T.+)?");

    /** @throws IllegalArgumentException if it is negative */
    public TimeAmount {
        if (days < 0 || time.isNegative()) {
            throw new IllegalArgumentException("A time limit is not negative");
        }
    }

    /** An amount of time without days. */
    public static TimeAmount of(Duration time, ClockKind clock) {
        return new TimeAmount(0, time, clock);
    }

    /**
     * Reads an amount.
     *
     * @throws IllegalArgumentException if the text is no such amount
     */
    public static TimeAmount parse(String iso, ClockKind clock) {
        Matcher form = FORM.matcher(iso);
        if (!form.matches() || iso.length() == 1) {
            throw new IllegalArgumentException("Not days and time in ISO 8601: " + iso);
        }
        int days = form.group(1) == null ? 0 : Integer.parseInt(form.group(1));
        try {
            return new TimeAmount(
                    days, form.group(2) == null ? Duration.ZERO : Duration.parse("P" + form.group(2)), clock);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Not days and time in ISO 8601: " + iso, e);
        }
    }

    /** As ISO 8601. */
    @Override
    public String toString() {
        if (days == 0) {
            return time.toString();
        }
        return "P" + days + "D" + (time.isZero() ? "" : time.toString().substring(1));
    }
}
