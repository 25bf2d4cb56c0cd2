package org.diandan.sites;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.diandan.http.Fault;
import org.diandan.shared.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The hours and days that a Center is to have of its own.
 *
 * @param hours of the weekdays on which it opens; none for the installation's
 * @param days that differ from their weekday
 */
record ChangeCalendar(
        @Size(max = 7) List<@Valid WeekdayHours> hours,
        @Size(max = 400) List<@Valid ServiceDay> days) {

    /** Refuses hours that end before they begin, and what is said twice. */
    void check(Locale language) {
        List<Fault> faults = new ArrayList<>();
        Set<DayOfWeek> weekdays = new HashSet<>();
        for (int i = 0; i < hours.size(); i++) {
            WeekdayHours day = hours.get(i);
            check(faults, "/hours/" + i, weekdays.add(day.weekday()), day.opens(), day.closes(), language);
        }
        Set<LocalDate> dates = new HashSet<>();
        for (int i = 0; i < days.size(); i++) {
            ServiceDay day = days.get(i);
            check(faults, "/days/" + i, dates.add(day.on()), day.opens(), day.closes(), language);
            if (!day.open() && day.opens() != null) {
                faults.add(fault("/days/" + i, "closed-with-hours", language));
            }
        }
        if (!faults.isEmpty()) {
            throw Fault.refuse(faults);
        }
    }

    private static void check(
            List<Fault> faults,
            String pointer,
            boolean isFirst,
            @Nullable LocalTime opens,
            @Nullable LocalTime closes,
            Locale language) {
        if (!isFirst) {
            faults.add(fault(pointer, "twice", language));
        }
        boolean neither = opens == null && closes == null;
        if (!neither && (opens == null || closes == null || !opens.isBefore(closes))) {
            faults.add(fault(pointer, "hours", language));
        }
    }

    private static Fault fault(String pointer, String key, Locale language) {
        return Fault.at(pointer, Texts.of(ChangeCalendar.class, "change-calendar." + key, language));
    }
}
