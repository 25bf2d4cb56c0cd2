package org.diandan.visits;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.diandan.orders.OrderFacts;
import org.diandan.orders.OrderProgress;
import org.diandan.orders.Parties;
import org.diandan.orders.PartyKind;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.volunteers.VolunteerFacts;

/**
 * Hands a place from one volunteer to another. It is free at no moment in between: nobody else is asked for it, an order
 * that is scheduled stays so, and whoever gives it away did not drop out.
 */
@ApplicationScoped
class Handover {

    private static final Set<Who> VOLUNTEER = Set.of(Who.VOLUNTEER);
    private static final Set<Who> PROGRAM = Set.of(Who.PROGRAM);

    private final VisitRows rows;
    private final OrderProgress orders;
    private final Parties parties;
    private final Places places;
    private final Fitness fitness;
    private final Engagements engagements;
    private final Telling telling;
    private final Ids ids;
    private final Clock clock;

    Handover(
            VisitRows rows,
            OrderProgress orders,
            Parties parties,
            Places places,
            Fitness fitness,
            Engagements engagements,
            Telling telling,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.orders = orders;
        this.parties = parties;
        this.places = places;
        this.fitness = fitness;
        this.engagements = engagements;
        this.telling = telling;
        this.ids = ids;
        this.clock = clock;
    }

    /** Hands the place over; see {@link Visits#handOver}. */
    UUID handOver(UUID visitId, UUID giver, PlaceTaker taker, Actor agreeing) {
        OrderFacts order = orders.lock(rows.orderOf(visitId));
        Visit visit = rows.get(visitId);
        Attendance given = expected(visit, giver);
        var step = given.release(PROGRAM, AttendanceReason.SWAPPED, clock.instant());
        telling.attendance(visit, given, step, agreeing, PROGRAM, null);
        places.letGo(visit, given);
        places.passLeadOn(visit);
        VolunteerFacts facts = check(visit, taker.volunteer(), order);
        var attendance = new Attendance(
                ids.of(visit.center()),
                visit,
                taker.volunteer(),
                facts.minor(),
                requireNonNull(taker.by().account()),
                taker.heardBy(),
                clock.instant());
        rows.add(attendance);
        engagements.begin(attendance, visit.plan().time(), visit.plan().site());
        boolean own = taker.by().is(taker.volunteer());
        telling.attendance(
                visit, attendance, attendance.joined(), taker.by(), own ? VOLUNTEER : PROGRAM, taker.heardBy());
        parties.invite(visit.order(), PartyKind.ATTENDING, taker.volunteer());
        places.passLeadOn(visit);
        return attendance.id();
    }

    /** Whoever is asked or says yes is told at once that they could not come; nothing is kept. */
    void checkPossible(UUID visitId, UUID giver, UUID taker) {
        Visit visit = rows.get(visitId);
        expected(visit, giver);
        check(visit, taker, orders.facts(visit.order()));
    }

    private Attendance expected(Visit visit, UUID giver) {
        if (!visit.isPlanned() || !clock.instant().isBefore(visit.plan().fromAt())) {
            throw VisitsProblem.NOT_SEEKING.because().with("state", visit.state());
        }
        return rows.attendances(visit.id()).stream()
                .filter(attendance ->
                        attendance.isExpected() && attendance.volunteer().equals(giver))
                .findFirst()
                .orElseThrow(VisitsProblem.NOT_ATTENDING::because);
    }

    private VolunteerFacts check(Visit visit, UUID taker, OrderFacts order) {
        if (rows.attendances(visit.id()).stream()
                .anyMatch(other -> other.isActive() && other.volunteer().equals(taker))) {
            throw VisitsProblem.ALREADY_COMING.because();
        }
        VolunteerFacts facts = fitness.check(taker, visit.facts(), order);
        engagements.check(taker, visit.plan().time(), visit.plan().site());
        return facts;
    }
}
