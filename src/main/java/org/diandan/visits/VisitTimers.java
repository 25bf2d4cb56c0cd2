package org.diandan.visits;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.diandan.catalogue.Limit;
import org.diandan.catalogue.TimeLimits;
import org.diandan.orders.OrderProgress;
import org.diandan.orders.OrderState;
import org.diandan.shared.Actor;
import org.diandan.shared.Role;
import org.diandan.tasks.NewTask;
import org.diandan.tasks.TaskKind;
import org.diandan.tasks.Tasks;
import org.diandan.timers.Timer;
import org.diandan.timers.TimerHandler;
import org.diandan.timers.Timers;

/**
 * What happens when nobody checks in (T9), nobody checks out (T10), or no report is filed (T11). Timers are never stopped:
 * one whose visit has moved on does nothing. To stop one would wait for the sweeper that holds it, which waits for the
 * order that we hold.
 */
@ApplicationScoped
class VisitTimers implements TimerHandler {

    static final String NOBODY_CHECKED_IN = "visit.nobody-checked-in";
    static final String NOBODY_CHECKED_OUT = "visit.nobody-checked-out";
    static final String REPORT = "visit.report";

    private static final Set<Who> PROGRAM = Set.of(Who.PROGRAM);

    private final VisitRows rows;
    private final OrderProgress orders;
    private final Places places;
    private final Attending attending;
    private final Tasks tasks;
    private final TimeLimits limits;
    private final Timers timers;
    private final Telling telling;
    private final VisitsConfig config;
    private final Clock clock;

    VisitTimers(
            VisitRows rows,
            OrderProgress orders,
            Places places,
            Attending attending,
            Tasks tasks,
            TimeLimits limits,
            Timers timers,
            Telling telling,
            VisitsConfig config,
            Clock clock) {
        this.rows = rows;
        this.orders = orders;
        this.places = places;
        this.attending = attending;
        this.tasks = tasks;
        this.limits = limits;
        this.timers = timers;
        this.telling = telling;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(NOBODY_CHECKED_IN, NOBODY_CHECKED_OUT, REPORT);
    }

    @Override
    public void fire(Timer timer) {
        orders.lock(rows.orderOf(timer.subject()));
        Visit visit = rows.get(timer.subject());
        switch (timer.kind()) {
            case NOBODY_CHECKED_IN -> nobodyCheckedIn(visit, timer.fired());
            case NOBODY_CHECKED_OUT -> nobodyCheckedOut(visit, timer.fired());
            default -> reportMissing(visit, timer.fired());
        }
    }

    private void nobodyCheckedIn(Visit visit, int step) {
        List<Attendance> expected = rows.attendances(visit.id()).stream()
                .filter(Attendance::isExpected)
                .toList();
        if (visit.state() == VisitState.CANCELLED || (expected.isEmpty() && !visit.isPlanned())) {
            return;
        }
        if (setNext(
                visit, Limit.NOBODY_CHECKED_IN, NOBODY_CHECKED_IN, visit.plan().fromAt(), step)) {
            telling.event(visit, "visit.check-in-missing");
        } else if (!visit.isPlanned()) {
            miss(visit, expected);
        } else if (orders.facts(visit.order()).state() == OrderState.SCHEDULED) {
            miss(visit, expected);
            telling.visit(visit, visit.cancel(clock.instant()), Actor.PROGRAM, PROGRAM);
            rows.flush();
            orders.nobodyCame(visit.order());
            open(TaskKind.CALL_RESIDENT, visit, config.callWithin());
        } else {
            // It never had enough people, or no agreed time: whoever joined is not to blame.
            open(TaskKind.PLAN_AGAIN, visit, config.callWithin());
        }
    }

    private void nobodyCheckedOut(Visit visit, int step) {
        List<Attendance> there = rows.attendances(visit.id()).stream()
                .filter(Attendance::isThere)
                .toList();
        if (there.isEmpty()) {
            return;
        }
        boolean more = setNext(
                visit,
                Limit.NOBODY_CHECKED_OUT,
                NOBODY_CHECKED_OUT,
                visit.plan().toAt(),
                step);
        if (!more) {
            there.forEach(attendance -> attending.close(visit, attendance));
        } else if (step == 0) {
            telling.event(visit, "visit.check-out-missing");
        } else {
            open(TaskKind.SAFETY_CALL, visit, config.safetyCallWithin());
        }
    }

    private void reportMissing(Visit visit, int step) {
        if (visit.state() != VisitState.OPEN) {
            return;
        }
        if (step == 0) {
            visit.reportIsOverdue(clock.instant());
            telling.event(visit, "visit.report-missing");
            timers.set(REPORT, visit.id(), dueAt(visit, Limit.REPORT, clock.instant(), 0));
        } else {
            open(TaskKind.FOLLOW_UP, visit, config.callWithin());
        }
    }

    private void miss(Visit visit, List<Attendance> expected) {
        for (Attendance attendance : expected) {
            var step = attendance.miss(clock.instant());
            telling.attendance(visit, attendance, step, Actor.PROGRAM, PROGRAM, null);
            places.letGo(visit, attendance);
        }
        places.passLeadOn(visit);
    }

    /** Sets the timer to its next step; tells whether there is one. */
    private boolean setNext(Visit visit, Limit limit, String kind, Instant from, int step) {
        var plan = visit.plan();
        int steps = limits.find(limit, plan.urgency(), plan.service(), plan.site())
                .map(found -> found.steps().size())
                .orElse(1);
        if (step + 1 >= steps) {
            return false;
        }
        timers.set(kind, visit.id(), dueAt(visit, limit, from, step + 1));
        return true;
    }

    private Instant dueAt(Visit visit, Limit limit, Instant from, int step) {
        var plan = visit.plan();
        return limits.dueAt(limit, plan.urgency(), plan.service(), plan.site(), from, step);
    }

    private void open(TaskKind kind, Visit visit, Duration within) {
        tasks.open(new NewTask(
                kind,
                visit.plan().site(),
                kind == TaskKind.CALL_RESIDENT ? Role.CLERK : Role.DISPATCHER,
                visit.id(),
                clock.instant().plus(within),
                "visit " + visit.id() + " of order " + visit.order()));
    }
}
