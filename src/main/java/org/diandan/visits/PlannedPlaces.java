package org.diandan.visits;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.diandan.orders.OrderFacts;
import org.diandan.orders.Plan;
import org.diandan.orders.PlannedVisit;
import org.diandan.shared.TimeWindow;
import org.diandan.shared.Urgency;

/**
 * What the work order plans for one visit, and what is asked of the order so often that the visit keeps it. Never changes:
 * a new plan makes new visits.
 *
 * @param number which visit of the plan, 1 and up
 * @param insurance whether everyone who comes must be insured
 * @param needed how many volunteers are needed
 */
@Embeddable
record PlannedPlaces(
        UUID orderId,
        int round,
        int planVersion,
        int number,
        UUID team,
        UUID resident,
        String service,
        String site,
        @Enumerated(EnumType.STRING) Urgency urgency,
        boolean insurance,
        Instant fromAt,
        Instant toAt,
        int needed) {

    static PlannedPlaces of(OrderFacts order, UUID team, Plan plan, int number, boolean insurance) {
        PlannedVisit visit = plan.visits().get(number - 1);
        return new PlannedPlaces(
                order.id(),
                order.round(),
                plan.revision(),
                number,
                team,
                order.resident(),
                order.service(),
                order.site(),
                order.urgency(),
                insurance,
                visit.from(),
                visit.to(),
                visit.people());
    }

    TimeWindow time() {
        return new TimeWindow(fromAt, toAt);
    }
}
