package org.diandan.volunteers;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.diandan.shared.TimeWindow;

/**
 * A time of each week.
 *
 * @param from in the time zone of the Center
 * @param to on the same day
 */
@Embeddable
record WeeklyWindow(
        @NotNull @Enumerated(EnumType.STRING) DayOfWeek day,
        @NotNull @Column(name = "starts") LocalTime from,
        @NotNull @Column(name = "ends") LocalTime to) {

    /** Tells whether the whole of a time lies in this one. */
    boolean covers(TimeWindow time, ZoneId zone) {
        LocalDateTime begin = LocalDateTime.ofInstant(time.from(), zone);
        LocalDateTime end = LocalDateTime.ofInstant(time.to(), zone);
        return begin.getDayOfWeek() == day
                && begin.toLocalDate().equals(end.toLocalDate())
                && !begin.toLocalTime().isBefore(from)
                && !end.toLocalTime().isAfter(to);
    }

    static List<WeeklyWindow> inOrder(Collection<WeeklyWindow> windows) {
        return windows.stream()
                .sorted(Comparator.comparing(WeeklyWindow::day).thenComparing(WeeklyWindow::from))
                .toList();
    }

    /** Refuses windows that end before they begin, or that share a moment. */
    static void check(List<WeeklyWindow> windows) {
        var sorted = inOrder(windows);
        for (int i = 0; i < sorted.size(); i++) {
            var window = sorted.get(i);
            if (!window.from.isBefore(window.to)) {
                throw VolunteersProblem.WINDOW_BACKWARDS.because(window.from, window.to);
            }
            if (i > 0
                    && sorted.get(i - 1).day == window.day
                    && sorted.get(i - 1).to.isAfter(window.from)) {
                throw VolunteersProblem.WINDOWS_OVERLAP.because();
            }
        }
    }
}
