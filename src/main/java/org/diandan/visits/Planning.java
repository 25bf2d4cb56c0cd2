package org.diandan.visits;

import static java.util.Objects.requireNonNull;
import static org.diandan.orders.OrderState.IN_SERVICE;
import static org.diandan.orders.OrderState.OFFERED;
import static org.diandan.orders.OrderState.SCHEDULED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.diandan.catalogue.Catalogue;
import org.diandan.catalogue.Limit;
import org.diandan.catalogue.TimeLimits;
import org.diandan.orders.OrderAction;
import org.diandan.orders.OrderFacts;
import org.diandan.orders.OrderMoved;
import org.diandan.orders.OrderProgress;
import org.diandan.orders.OrderState;
import org.diandan.orders.Parties;
import org.diandan.orders.PartyKind;
import org.diandan.orders.Plan;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.timers.Timers;

/** Plans the visits of a signed-off work order, and takes back what is still planned when the order goes elsewhere. */
@ApplicationScoped
class Planning {

    private static final Set<OrderState> DELIVERING = EnumSet.of(OFFERED, SCHEDULED, IN_SERVICE);
    private static final Set<Who> PROGRAM = Set.of(Who.PROGRAM);

    private final VisitRows rows;
    private final OrderProgress orders;
    private final Places places;
    private final Parties parties;
    private final Catalogue catalogue;
    private final TimeLimits limits;
    private final Timers timers;
    private final Telling telling;
    private final Event<PlacesOpened> opened;
    private final Ids ids;
    private final RandomGenerator random;
    private final Clock clock;

    Planning(
            VisitRows rows,
            OrderProgress orders,
            Places places,
            Parties parties,
            Catalogue catalogue,
            TimeLimits limits,
            Timers timers,
            Telling telling,
            Event<PlacesOpened> opened,
            Ids ids,
            RandomGenerator random,
            Clock clock) {
        this.rows = rows;
        this.orders = orders;
        this.places = places;
        this.parties = parties;
        this.catalogue = catalogue;
        this.limits = limits;
        this.timers = timers;
        this.telling = telling;
        this.opened = opened;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    void hear(@Observes OrderMoved moved) {
        if (moved.action() == OrderAction.SIGN_OFF) {
            plan(orders.facts(moved.order()));
        } else if (moved.action() == OrderAction.AGREE_TIME) {
            places.weigh(moved.order());
        } else if (moved.from() != null && DELIVERING.contains(moved.from()) && !DELIVERING.contains(moved.to())) {
            takeBack(moved);
        } else if (moved.entered(OrderState.CLOSED) || moved.action() == OrderAction.REOPEN) {
            rows.ofOrder(moved.order()).forEach(this::endParts);
        }
    }

    /** A visit ended and another one of the plan is to come: it is accepted anew, and the earlier lead leads no more. */
    void seekNext(Visit ended) {
        if (ended.lead() != null) {
            parties.dismiss(ended.order(), PartyKind.LEADING, ended.lead());
        }
        seek(ended.order());
    }

    /** Asks volunteers for the order's next visit; there is none if the team is no more and the order was handed back. */
    private void seek(UUID order) {
        rows.planned(order).stream().findFirst().ifPresent(this::seek);
    }

    private void seek(Visit next) {
        next.seek(clock.instant());
        rows.flush();
        var plan = next.plan();
        timers.set(
                VisitTimers.NOBODY_CHECKED_IN,
                next.id(),
                limits.dueAt(Limit.NOBODY_CHECKED_IN, plan.urgency(), plan.service(), plan.site(), plan.fromAt()));
        opened.fire(new PlacesOpened(next.center(), next.id(), next.order()));
    }

    private void plan(OrderFacts order) {
        Plan plan = requireNonNull(order.plan());
        UUID team = requireNonNull(order.team());
        boolean insurance = plan.insurance() || catalogue.get(order.service()).needsInsurance(plan.riskClass());
        for (int number = 1; number <= plan.visits().size(); number++) {
            var visit = new Visit(
                    ids.of(order.center()),
                    PlannedPlaces.of(order, team, plan, number, insurance),
                    code(),
                    clock.instant());
            rows.add(visit);
            telling.visit(visit, visit.planned(), Actor.PROGRAM, PROGRAM);
        }
        rows.flush();
        seek(order.id());
    }

    private void takeBack(OrderMoved moved) {
        for (Visit visit : rows.ofOrder(moved.order())) {
            if (visit.isPlanned()) {
                cancel(visit, moved.action() == OrderAction.CHANGE);
            }
            if (moved.action() != OrderAction.FINISH) {
                endParts(visit);
            }
        }
    }

    private void endParts(Visit visit) {
        rows.attendances(visit.id()).forEach(attendance -> places.endPart(visit, attendance));
    }

    /** @param changed whether there is a new plan, for which everyone is asked anew */
    private void cancel(Visit visit, boolean changed) {
        for (Attendance attendance : rows.attendances(visit.id())) {
            if (attendance.isExpected()) {
                var step = changed
                        ? attendance.supersede(clock.instant())
                        : attendance.release(PROGRAM, AttendanceReason.VISIT_CANCELLED, clock.instant());
                telling.attendance(visit, attendance, step, Actor.PROGRAM, PROGRAM, null);
                places.letGo(visit, attendance);
            }
        }
        telling.visit(visit, visit.cancel(clock.instant()), Actor.PROGRAM, PROGRAM);
    }

    private String code() {
        return String.format("%06d", random.nextInt(1_000_000));
    }
}
