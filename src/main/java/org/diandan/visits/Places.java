package org.diandan.visits;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.catalogue.Limit;
import org.diandan.catalogue.TimeLimits;
import org.diandan.orders.OrderFacts;
import org.diandan.orders.OrderProgress;
import org.diandan.orders.OrderState;
import org.diandan.orders.Parties;
import org.diandan.orders.PartyKind;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.sites.TimeAmount;
import org.diandan.volunteers.VolunteerFacts;
import org.jspecify.annotations.Nullable;

/** The places of a visit: who takes one, who gives one back, and whether the order can be scheduled with them. */
@ApplicationScoped
class Places {

    private final VisitRows rows;
    private final OrderProgress orders;
    private final Parties parties;
    private final Fitness fitness;
    private final Engagements engagements;
    private final TimeLimits limits;
    private final Telling telling;
    private final Event<PlacesFilled> filled;
    private final Event<PlaceFreed> freed;
    private final Ids ids;
    private final Clock clock;

    Places(
            VisitRows rows,
            OrderProgress orders,
            Parties parties,
            Fitness fitness,
            Engagements engagements,
            TimeLimits limits,
            Telling telling,
            Event<PlacesFilled> filled,
            Event<PlaceFreed> freed,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.orders = orders;
        this.parties = parties;
        this.fitness = fitness;
        this.engagements = engagements;
        this.limits = limits;
        this.telling = telling;
        this.filled = filled;
        this.freed = freed;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes a place; see {@link Visits#join}. */
    UUID join(UUID visitId, UUID volunteer, Actor by, Set<Who> who, @Nullable String heardBy) {
        OrderFacts order = orders.lock(rows.orderOf(visitId));
        Visit visit = rows.get(visitId);
        if (rows.attendances(visitId).stream().anyMatch(other -> isComing(other, volunteer))) {
            throw VisitsProblem.ALREADY_COMING.because();
        }
        visit.checkSeeking(clock.instant());
        VolunteerFacts facts = fitness.check(volunteer, visit.facts(), order);
        engagements.check(volunteer, visit.plan().time(), visit.plan().site());
        if (!rows.takePlace(visit, clock.instant())) {
            throw VisitsProblem.PLACE_TAKEN.because();
        }
        UUID joinedBy = requireNonNull(by.account());
        var attendance = new Attendance(
                ids.of(visit.center()), visit, volunteer, facts.minor(), joinedBy, heardBy, clock.instant());
        rows.add(attendance);
        engagements.begin(attendance, visit.plan().time(), visit.plan().site());
        telling.attendance(visit, attendance, attendance.joined(), by, who, heardBy);
        parties.invite(visit.order(), PartyKind.ATTENDING, volunteer);
        passLeadOn(visit);
        if (visit.isFull()) {
            filled.fire(new PlacesFilled(visit.center(), visit.id(), visit.order()));
        }
        weigh(visit.order());
        return attendance.id();
    }

    /** Gives a place back: the volunteer withdrew, was released or excused before the visit, as the step tells. */
    void leave(
            Visit visit,
            Attendance attendance,
            Step<AttendanceAction, AttendanceState> step,
            Actor actor,
            Set<Who> who,
            @Nullable String text) {
        boolean late = isLate(visit);
        telling.attendance(visit, attendance, step, actor, who, text);
        letGo(visit, attendance);
        passLeadOn(visit);
        if (!visit.isPlanned()) {
            return;
        }
        rows.freePlace(visit, clock.instant());
        if (late) {
            telling.event(visit, "visit.late-drop-out");
        }
        weigh(visit.order());
        freed.fire(new PlaceFreed(visit.center(), visit.id(), visit.order(), attendance.volunteer(), late));
    }

    /** Frees the volunteer for other visits and ends their part in the order. */
    void letGo(Visit visit, Attendance attendance) {
        engagements.end(attendance);
        endPart(visit, attendance);
    }

    /** Ends the volunteer's part in the order: they see it no more. */
    void endPart(Visit visit, Attendance attendance) {
        parties.dismiss(visit.order(), PartyKind.ATTENDING, attendance.volunteer());
        parties.dismiss(visit.order(), PartyKind.LEADING, attendance.volunteer());
    }

    /** Tells whether a drop-out at this moment is late (T8): an urgent order has no such limit. */
    boolean isLate(Visit visit) {
        var plan = visit.plan();
        return limits.find(Limit.LATE_DROPOUT, plan.urgency(), plan.service(), plan.site())
                .map(limit -> before(plan.fromAt(), limit.steps().get(0)))
                .map(latest -> !clock.instant().isBefore(latest))
                .orElse(false);
    }

    /** Lets the first adult lead who is still awaited or there, if the present lead is not. */
    void passLeadOn(Visit visit) {
        List<Attendance> able = rows.attendances(visit.id()).stream()
                .filter(Attendance::canLead)
                .toList();
        if (able.stream().anyMatch(attendance -> attendance.volunteer().equals(visit.lead()))) {
            return;
        }
        UUID next = able.isEmpty() ? null : able.get(0).volunteer();
        visit.led(next, clock.instant());
        if (next != null) {
            parties.invite(visit.order(), PartyKind.LEADING, next);
        }
    }

    /** Schedules the order when its next visit has all its people and the time is agreed; else drops it below. */
    void weigh(UUID order) {
        List<Visit> planned = rows.planned(order);
        if (planned.isEmpty() || !planned.get(0).isAsked()) {
            return;
        }
        Visit next = planned.get(0);
        OrderFacts facts = orders.facts(order);
        if (facts.state() == OrderState.SCHEDULED && !next.isFull()) {
            orders.dropBelow(order, isLate(next) ? "PLACE_FREED_LATE" : "PLACE_FREED");
        } else if (facts.state() == OrderState.OFFERED
                && next.isFull()
                && facts.timeAgreed()
                && allMayStillCome(next)) {
            orders.schedule(order);
            telling.event(next, CodeMessage.CODE_DUE);
        }
    }

    /** Days may have passed since they joined: whose certificate or insurance ended is let go. */
    private boolean allMayStillCome(Visit visit) {
        List<Attendance> unfit = rows.attendances(visit.id()).stream()
                .filter(Attendance::isExpected)
                .filter(expected ->
                        fitness.papers(expected.volunteer(), visit.facts()).isPresent())
                .toList();
        Set<Who> program = Set.of(Who.PROGRAM);
        for (Attendance attendance : unfit) {
            var step = attendance.release(program, AttendanceReason.NO_LONGER_QUALIFIED, clock.instant());
            leave(visit, attendance, step, Actor.PROGRAM, program, null);
        }
        return unfit.isEmpty();
    }

    private static boolean isComing(Attendance attendance, UUID volunteer) {
        return attendance.isActive() && attendance.volunteer().equals(volunteer);
    }

    private static Instant before(Instant moment, TimeAmount amount) {
        return moment.atOffset(ZoneOffset.UTC)
                .minusDays(amount.days())
                .minus(amount.time())
                .toInstant();
    }
}
