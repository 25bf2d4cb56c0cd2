package org.diandan.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.diandan.catalogue.Limit;
import org.diandan.catalogue.TimeLimits;
import org.diandan.orders.OrderFacts;

/**
 * How long an order has looked for a team, in quarters of the time that a team has to answer (T3), counted on that limit's
 * own clock: a night in which nobody works makes no order older.
 */
@ApplicationScoped
class Patience {

    static final int QUARTERS = 4;

    private final Searches searches;
    private final TimeLimits limits;
    private final Clock clock;

    Patience(Searches searches, TimeLimits limits, Clock clock) {
        this.searches = searches;
        this.limits = limits;
        this.clock = clock;
    }

    /** How many quarters are used up; 0 while nobody seeks. */
    int quarters(OrderFacts order) {
        return searches.begunAt(order.id()).map(begun -> quarters(order, begun)).orElse(0);
    }

    /** When the next quarter is over, or, after the last, the same time has passed once more. */
    Instant nextQuarter(OrderFacts order) {
        Instant now = clock.instant();
        Instant begun = searches.begunAt(order.id()).orElse(now);
        int used = quarters(order, begun);
        if (used == QUARTERS) {
            return limits.dueAt(Limit.TEAM_ANSWERS, order.urgency(), order.service(), order.site(), now);
        }
        Duration total = left(order, begun, begun);
        Duration toGo = left(order, begun, now)
                .minus(total.multipliedBy(QUARTERS - used - 1L).dividedBy(QUARTERS));
        return limits.resume(Limit.TEAM_ANSWERS, order.urgency(), order.service(), order.site(), now, toGo);
    }

    int quarters(OrderFacts order, Instant begun) {
        Duration total = left(order, begun, begun);
        Duration used = total.minus(left(order, begun, clock.instant()));
        return total.isZero() ? QUARTERS : (int) (QUARTERS * used.toSeconds() / Math.max(1, total.toSeconds()));
    }

    /** How much of the limit that began then was left at some moment. */
    private Duration left(OrderFacts order, Instant begun, Instant at) {
        Instant due = limits.dueAt(Limit.TEAM_ANSWERS, order.urgency(), order.service(), order.site(), begun);
        return limits.left(Limit.TEAM_ANSWERS, order.urgency(), order.service(), order.site(), at, due);
    }
}
