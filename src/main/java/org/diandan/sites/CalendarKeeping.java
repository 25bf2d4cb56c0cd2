package org.diandan.sites;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diandan.http.Fault;
import org.diandan.http.HttpProblem;
import org.diandan.http.IfMatch;
import org.diandan.shared.Area;
import org.diandan.shared.Ids;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.diandan.shared.Texts;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Shows and changes the calendars of the Centers and of the installation. */
@ApplicationScoped
@Transactional
class CalendarKeeping {

    private static final int USUAL_DAYS = 31;
    private static final int MOST_DAYS = 366;

    private final CalendarRows rows;
    private final ServiceCalendar calendar;
    private final Sites sites;
    private final Clock clock;

    CalendarKeeping(Session database, ServiceCalendar calendar, Sites sites, Clock clock) {
        this.rows = new CalendarRows(database);
        this.calendar = calendar;
        this.sites = sites;
        this.clock = clock;
    }

    CalendarView read(String code, @Nullable LocalDate from, @Nullable LocalDate to, Locale language) {
        String center = center(code);
        LocalDate first = from == null ? LocalDate.ofInstant(clock.instant(), sites.zone(center)) : from;
        LocalDate last = to == null ? first.plusDays(USUAL_DAYS - 1) : to;
        if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS - 1))) {
            throw Fault.in("to", Texts.of(CalendarView.class, "read-calendar.to", language, MOST_DAYS))
                    .refuse();
        }
        return view(center, first, last);
    }

    CalendarView change(String code, ChangeCalendar request, IfMatch ifMatch, Scope scope, Locale language) {
        String center = center(code);
        if (!center.equals(code)) {
            throw SitesProblem.CALENDAR_OF_CENTER.because(center);
        }
        boolean isInstallation = center.equals(Ids.INSTALLATION);
        if (isInstallation ? !scope.holds(Role.ADMIN) : !scope.covers(center, Role.DISPATCHER)) {
            throw HttpProblem.FORBIDDEN.because();
        }
        request.check(language);
        if (isInstallation && request.hours().isEmpty()) {
            throw Fault.at("/hours", Texts.of(CalendarView.class, "change-calendar.some-hours", language))
                    .refuse();
        }
        ifMatch.check(rows.lockVersion(center));
        rows.replace(center, request);
        if (isInstallation) {
            calendar.forgetAll();
        } else {
            calendar.forget(center);
        }
        return read(code, null, null, language);
    }

    /** The Center whose calendar holds at the site. */
    private String center(String code) {
        if (!code.equals(Ids.INSTALLATION) && sites.find(code).isEmpty()) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return Area.centerOf(code);
    }

    private CalendarView view(String center, LocalDate first, LocalDate last) {
        OpeningTimes times = calendar.of(center);
        List<ServiceDay> own = rows.days(center);
        Map<LocalDate, String> notes = notes(own);
        List<ServiceDay> days = first.datesUntil(last.plusDays(1))
                .map(day -> {
                    Optional<Hours> hours = times.on(day);
                    return new ServiceDay(
                            day,
                            hours.isPresent(),
                            hours.map(Hours::opens).orElse(null),
                            hours.map(Hours::closes).orElse(null),
                            notes.get(day));
                })
                .toList();
        List<WeekdayHours> week = rows.hours(center).entrySet().stream()
                .map(day -> new WeekdayHours(
                        day.getKey(), day.getValue().opens(), day.getValue().closes()))
                .toList();
        return new CalendarView(
                center, times.zone().getId(), days, new ChangeCalendar(week, own), rows.version(center));
    }

    /** The notes of the days that differ, the Center's own before the installation's. */
    private Map<LocalDate, String> notes(List<ServiceDay> own) {
        Map<LocalDate, ServiceDay> days = byDate(rows.days(Ids.INSTALLATION));
        days.putAll(byDate(own));
        days.values().removeIf(day -> day.note() == null);
        return days.values().stream().collect(Collectors.toMap(ServiceDay::on, ServiceDay::note));
    }

    private static Map<LocalDate, ServiceDay> byDate(List<ServiceDay> days) {
        return days.stream().collect(Collectors.toMap(ServiceDay::on, Function.identity()));
    }
}
