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

    /** The version of what a Center, or the installation, says; 0 if it never said anything. */
    int version(String center) {
        return version("select version from service_calendar where center = :center", center);
    }

    /** The version, which nobody else changes until this transaction is over. */
    int lockVersion(String center) {
        database.createNativeMutationQuery(
                        "insert into service_calendar (center, version) values (:center, 0) on conflict do nothing")
                .setParameter("center", center)
                .executeUpdate();
        return version("select version from service_calendar where center = :center for update", center);
    }

    /** Replaces what a Center, or the installation, says. */
    void replace(String center, ChangeCalendar calendar) {
        change("update service_calendar set version = version + 1 where center = :center", center);
        change("delete from service_hours where center = :center", center);
        change("delete from service_day where center = :center", center);
        database.doWork(connection -> {
            try (var insert = connection.prepareStatement("insert into service_hours values (?, ?, ?, ?)")) {
                for (WeekdayHours day : calendar.hours()) {
                    insert.setString(1, center);
                    insert.setInt(2, day.weekday().getValue());
                    insert.setObject(3, day.opens());
                    insert.setObject(4, day.closes());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            try (var insert = connection.prepareStatement(
                    "insert into service_day (center, day, open, opens, closes, note) values (?, ?, ?, ?, ?, ?)")) {
                for (ServiceDay day : calendar.days()) {
                    insert.setString(1, center);
                    insert.setObject(2, day.on());
                    insert.setBoolean(3, day.open());
                    insert.setObject(4, day.opens());
                    insert.setObject(5, day.closes());
                    insert.setString(6, day.note());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    private void change(String statement, String center) {
        database.createNativeMutationQuery(statement)
                .setParameter("center", center)
                .executeUpdate();
    }

    private int version(String query, String center) {
        Integer version = database.createNativeQuery(query, Integer.class)
                .setParameter("center", center)
                .getSingleResultOrNull();
        return version == null ? 0 : version;
    }

    private List<Object[]> rows(String query, String center) {
        return database.createNativeQuery(query, Object[].class)
                .setParameter("center", center)
                .getResultList();
    }
}
