package org.diandan.sites;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diandan.shared.Ids;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The calendar's tables: {@code service_hours} by weekday and {@code service_day}, each for a Center or for all. */
class CalendarRows {

    private final Session database;

    CalendarRows(Session database) {
        this.database = database;
    }

    /** The opening times that hold in a Center. */
    OpeningTimes times(String center, ZoneId zone) {
        Map<DayOfWeek, Hours> week = hours(center);
        if (week.isEmpty()) {
            week = hours(Ids.INSTALLATION);
        }
        Hours usual = week.values().iterator().next();
        Map<LocalDate, Optional<Hours>> exceptions = new HashMap<>();
        for (String from : List.of(Ids.INSTALLATION, center)) {
            for (ServiceDay day : days(from)) {
                exceptions.put(day.on(), day.hours(usual));
            }
        }
        return new OpeningTimes(zone, week, exceptions);
    }

    /** The hours that a Center, or the installation, has of its own, in the order of the week. */
    Map<DayOfWeek, Hours> hours(String center) {
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        for (Object[] row : rows("select weekday, opens, closes from service_hours where center = :center", center)) {
            week.put(DayOfWeek.of(((Number) row[0]).intValue()), new Hours((LocalTime) row[1], (LocalTime) row[2]));
        }
        return week;
    }

    /** The days that a Center, or the installation, names itself. */
    List<ServiceDay> days(String center) {
        return rows(
                        "select day, open, opens, closes, note from service_day where center = :center order by day",
                        center)
                .stream()
                .map(row -> new ServiceDay(
                        (LocalDate) row[0],
                        (Boolean) row[1],
                        (@Nullable LocalTime) row[2],
                        (@Nullable LocalTime) row[3],
                        (@Nullable String) row[4]))
                .toList();
    }

    private List<Object[]> rows(String query, String center) {
        return database.createNativeQuery(query, Object[].class)
                .setParameter("center", center)
                .getResultList();
    }
}
