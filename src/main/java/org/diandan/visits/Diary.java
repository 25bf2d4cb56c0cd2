package org.diandan.visits;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.BiFunction;
import org.diandan.shared.TimeWindow;

/**
 * When and where a volunteer is taken.
 *
 * @param zone of the home Center, in which weeks are counted
 */
record Diary(List<Entry> taken, ZoneId zone) {

    /** A visit that they come to. */
    record Entry(TimeWindow time, String site) {}

    Diary {
        taken = List.copyOf(taken);
    }

    /**
     * Tells whether they could not be at a site at that time: they are elsewhere, or could not get there in time.
     *
     * @param travel how long it takes between two sites
     */
    boolean clashesWith(TimeWindow time, String site, BiFunction<String, String, Duration> travel) {
        return taken.stream().anyMatch(entry -> {
            Duration way = travel.apply(entry.site(), site);
            return time.overlaps(new TimeWindow(
                    entry.time().from().minus(way), entry.time().to().plus(way)));
        });
    }

    /** How many visits begin in the calendar week of this moment, Monday to Sunday. */
    int visitsInWeekOf(Instant moment) {
        LocalDate monday = monday(moment);
        return (int) taken.stream()
                .filter(entry -> monday(entry.time().from()).equals(monday))
                .count();
    }

    private LocalDate monday(Instant moment) {
        return LocalDate.ofInstant(moment, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
