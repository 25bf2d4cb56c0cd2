package org.diandan.sites;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When there is somebody: hours by weekday, and days that differ from them. Counts time that passes only while open.
 *
 * @param zone in which the hours are meant
 * @param week weekdays on which it opens; at least one
 * @param exceptions days that differ: holidays (empty) and make-up working days (their hours)
 */
public record OpeningTimes(ZoneId zone, Map<DayOfWeek, Hours> week, Map<LocalDate, Optional<Hours>> exceptions) {

    /** @throws IllegalArgumentException if no weekday opens: time would never pass */
    public OpeningTimes {
        if (week.isEmpty()) {
            throw new IllegalArgumentException("Opens on no weekday");
        }
        week = Map.copyOf(week);
        exceptions = Map.copyOf(exceptions);
    }

    /** The same hours on every day of the year. */
    public static OpeningTimes daily(ZoneId zone, Hours hours) {
        return new OpeningTimes(
                zone,
                Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), day -> hours)),
                Map.of());
    }

    /** The hours of a day; empty if it stays closed. */
    public Optional<Hours> on(LocalDate day) {
        Optional<Hours> exception = exceptions.get(day);
        return exception != null ? exception : Optional.ofNullable(week.get(day.getDayOfWeek()));
    }

    /**
     * When the amount has passed. On the service clock a day later is the same local time on the next day that opens (or
     * the nearest time at which that day is open), counted from the first open moment; an amount that is used up at
     * closing time ends there.
     */
    public Instant add(Instant from, TimeAmount amount) {
        return switch (amount.clock()) {
            case WALL -> from.atZone(zone).plusDays(amount.days()).toInstant().plus(amount.time());
            case SERVICE -> addTime(addDays(from, amount.days()), amount.time());
        };
    }

    /** How much open time lies between; zero if {@code to} is not after {@code from}. */
    public Duration between(Instant from, Instant to) {
        Duration open = Duration.ZERO;
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            Optional<Hours> hours = on(day);
            if (hours.isPresent()) {
                Instant begin = later(from, at(day, hours.get().opens()));
                Instant end = earlier(to, at(day, hours.get().closes()));
                open = begin.isBefore(end) ? open.plus(Duration.between(begin, end)) : open;
            }
        }
        return open;
    }

    /** The moment itself if it is open then, else the next at which it opens. */
    public Instant openAt(Instant moment) {
        Instant opens = firstOpen(moment).atZone(zone).toInstant();
        return later(moment, opens);
    }

    private Instant addDays(Instant from, int days) {
        if (days == 0) {
            return from;
        }
        LocalDateTime start = firstOpen(from);
        LocalDate day = start.toLocalDate();
        for (int passed = 0; passed < days; passed++) {
            day = openFrom(day.plusDays(1));
        }
        Hours hours = on(day).orElseThrow();
        LocalTime time = start.toLocalTime();
        time = time.isBefore(hours.opens()) ? hours.opens() : time;
        return at(day, time.isAfter(hours.closes()) ? hours.closes() : time);
    }

    private Instant addTime(Instant from, Duration time) {
        if (time.isZero()) {
            return from;
        }
        Duration left = time;
        LocalDate day = openFrom(from.atZone(zone).toLocalDate());
        while (true) {
            Hours hours = on(day).orElseThrow();
            Instant begin = later(from, at(day, hours.opens()));
            Instant end = at(day, hours.closes());
            if (begin.isBefore(end)) {
                Duration today = Duration.between(begin, end);
                if (left.compareTo(today) <= 0) {
                    return begin.plus(left);
                }
                left = left.minus(today);
            }
            day = openFrom(day.plusDays(1));
        }
    }

    private LocalDateTime firstOpen(Instant from) {
        LocalDateTime local = from.atZone(zone).toLocalDateTime();
        Optional<Hours> today = on(local.toLocalDate());
        if (today.isPresent() && local.toLocalTime().isBefore(today.get().closes())) {
            LocalTime opens = today.get().opens();
            return local.toLocalTime().isBefore(opens) ? local.toLocalDate().atTime(opens) : local;
        }
        LocalDate next = openFrom(local.toLocalDate().plusDays(1));
        return next.atTime(on(next).orElseThrow().opens());
    }

    private LocalDate openFrom(LocalDate day) {
        LocalDate open = day;
        while (on(open).isEmpty()) {
            open = open.plusDays(1);
        }
        return open;
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
