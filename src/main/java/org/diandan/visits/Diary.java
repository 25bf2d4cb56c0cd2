package org.diandan.visits;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.diandan.shared.TimeWindow;

/**
 * When a volunteer is taken.
 *
 * @param zone of the home Center, in which weeks are counted
 */
record Diary(List<TimeWindow> taken, ZoneId zone) {

    Diary {
        taken = List.copyOf(taken);
    }

    boolean clashesWith(TimeWindow time) {
        return taken.stream().anyMatch(time::overlaps);
    }

    /** How many visits begin in the calendar week of this moment, Monday to Sunday. */
    int visitsInWeekOf(Instant moment) {
        LocalDate monday = monday(moment);
        return (int) taken.stream()
                .filter(visit -> monday(visit.from()).equals(monday))
                .count();
    }

    private LocalDate monday(Instant moment) {
        return LocalDate.ofInstant(moment, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
