package org.diandan.visits;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.diandan.catalogue.Limit;
import org.diandan.catalogue.TimeLimits;
import org.diandan.orders.OrderProgress;
import org.diandan.shared.Actor;
import org.diandan.shared.TimeWindow;
import org.diandan.tasks.TaskKind;
import org.diandan.tasks.Tasks;
import org.diandan.timers.Timers;
import org.diandan.visits.VisitAccess.Opened;
import org.diandan.visits.VisitCommands.CheckIn;
import org.diandan.visits.VisitCommands.CheckOut;
import org.diandan.volunteers.Hours;
import org.diandan.volunteers.HoursKind;
import org.diandan.volunteers.NewHours;
import org.jspecify.annotations.Nullable;

/** Coming and going: check-ins, check-outs, and the minutes that follow from them. */
@ApplicationScoped
@Transactional
class Attending {

    private final VisitAccess access;
    private final VisitRows rows;
    private final VisitViews views;
    private final Fitness fitness;
    private final Together together;
    private final Codes codes;
    private final OrderProgress orders;
    private final Engagements engagements;
    private final Hours hours;
    private final Tasks tasks;
    private final TimeLimits limits;
    private final Timers timers;
    private final Telling telling;
    private final VisitsConfig config;
    private final Clock clock;

    Attending(
            VisitAccess access,
            VisitRows rows,
            VisitViews views,
            Fitness fitness,
            Together together,
            Codes codes,
            OrderProgress orders,
            Engagements engagements,
            Hours hours,
            Tasks tasks,
            TimeLimits limits,
            Timers timers,
            Telling telling,
            VisitsConfig config,
            Clock clock) {
        this.access = access;
        this.rows = rows;
        this.views = views;
        this.fitness = fitness;
        this.together = together;
        this.codes = codes;
        this.orders = orders;
        this.engagements = engagements;
        this.hours = hours;
        this.tasks = tasks;
        this.limits = limits;
        this.timers = timers;
        this.telling = telling;
        this.config = config;
        this.clock = clock;
    }

    VisitView checkIn(UUID id, CheckIn request) {
        Opened opened = access.move(id);
        Visit visit = opened.visit();
        Attendance mine = opened.ownPlace();
        mine.check(AttendanceAction.CHECK_IN, opened.who());
        checkDevice(request.deviceAt());
        checkWindow(visit, request.deviceAt() == null ? clock.instant() : request.deviceAt());
        codes.check(visit, mine, request.code());
        fitness.papers(mine.volunteer(), visit.facts()).ifPresent(refused -> {
            throw refused;
        });
        var step = mine.checkIn(opened.who(), request.deviceAt(), clock.instant());
        telling.attendance(visit, mine, step, opened.actor(), opened.who(), null);
        if (visit.isPlanned()) {
            arrived(opened);
        }
        return views.of(id);
    }

    VisitView checkOut(UUID id, CheckOut request) {
        Opened opened = access.move(id);
        Attendance mine = opened.ownPlace();
        mine.check(AttendanceAction.CHECK_OUT, opened.who());
        checkDevice(request.deviceAt());
        var step = mine.checkOut(opened.who(), request.deviceAt(), clock.instant());
        telling.attendance(opened.visit(), mine, step, opened.actor(), opened.who(), null);
        Presence presence = requireNonNull(mine.presence());
        post(mine, presence.given(), false);
        engagements.gone(mine, requireNonNull(presence.wentAt()));
        if (opened.attendances().stream().noneMatch(Attendance::isThere)) {
            tasks.settle(TaskKind.SAFETY_CALL, id);
        }
        return views.of(id);
    }

    /** Ends the attendance of somebody who did not check out: at the planned end, no more than planned, flagged (T10). */
    void close(Visit visit, Attendance attendance) {
        var plan = visit.plan();
        var step = attendance.close(plan.toAt(), clock.instant());
        telling.attendance(visit, attendance, step, Actor.PROGRAM, Set.of(Who.PROGRAM), null);
        post(attendance, requireNonNull(attendance.presence()).givenWithin(plan.time()), true);
    }

    /** The visit begins when somebody is there; where two come together, when both are. */
    private void arrived(Opened opened) {
        Visit visit = opened.visit();
        int needed = together.atTheStart(visit.facts(), opened.order());
        long there = opened.attendances().stream().filter(Attendance::isThere).count();
        if (opened.attendances().stream().filter(Attendance::isActive).count() < needed) {
            throw VisitsProblem.PARTNER_MISSING.because();
        }
        if (there >= needed) {
            open(visit, opened.actor());
        } else {
            set(
                    visit,
                    VisitTimers.NOBODY_CHECKED_OUT,
                    Limit.NOBODY_CHECKED_OUT,
                    visit.plan().toAt());
        }
    }

    private void open(Visit visit, Actor volunteer) {
        telling.visit(visit, visit.open(clock.instant()), volunteer, Set.of(Who.PROGRAM));
        rows.flush();
        orders.start(visit.order(), volunteer);
        var plan = visit.plan();
        set(visit, VisitTimers.NOBODY_CHECKED_OUT, Limit.NOBODY_CHECKED_OUT, plan.toAt());
        set(visit, VisitTimers.REPORT, Limit.REPORT, plan.toAt());
    }

    private void set(Visit visit, String kind, Limit limit, Instant from) {
        var plan = visit.plan();
        timers.set(kind, visit.id(), limits.dueAt(limit, plan.urgency(), plan.service(), plan.site(), from));
    }

    private void post(Attendance attendance, @Nullable TimeWindow given, boolean flagged) {
        if (given != null) {
            hours.post(new NewHours(
                    attendance.volunteer(), attendance.visit(), given.from(), given.to(), HoursKind.MEASURED, flagged));
        }
    }

    private void checkWindow(Visit visit, Instant at) {
        TimeWindow time = visit.plan().time();
        if (at.isBefore(time.from().minus(config.checkInBefore()))) {
            throw VisitsProblem.TOO_EARLY.because(config.checkInBefore().toMinutes());
        }
        if (!at.isBefore(time.to())) {
            throw VisitsProblem.TOO_LATE.because();
        }
    }

    /** A device that was offline says when it was; nobody comes tomorrow, and nobody remembers last week to the minute. */
    private void checkDevice(@Nullable Instant device) {
        Instant now = clock.instant();
        if (device != null
                && (device.isAfter(now.plus(config.clockAhead())) || device.isBefore(now.minus(config.offline())))) {
            throw VisitsProblem.DEVICE_TIME.because();
        }
    }
}
