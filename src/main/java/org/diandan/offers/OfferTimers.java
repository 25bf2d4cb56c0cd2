package org.diandan.offers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import org.diandan.orders.OrderProgress;
import org.diandan.timers.Timer;
import org.diandan.timers.TimerHandler;
import org.diandan.visits.VisitFacts;
import org.diandan.visits.Visits;

/** An offer that is not answered in time expires and the next candidate is asked (T5). Never stopped, see visits. */
@ApplicationScoped
class OfferTimers implements TimerHandler {

    static final String EXPIRES = "offer.expires";

    private final OfferRows rows;
    private final Offering offering;
    private final Visits visits;
    private final OrderProgress orders;
    private final Telling telling;
    private final Clock clock;

    OfferTimers(OfferRows rows, Offering offering, Visits visits, OrderProgress orders, Telling telling, Clock clock) {
        this.rows = rows;
        this.offering = offering;
        this.visits = visits;
        this.orders = orders;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(EXPIRES);
    }

    @Override
    public void fire(Timer timer) {
        orders.lock(rows.orderOf(timer.subject()));
        Offer offer = rows.get(timer.subject());
        if (!offer.isOpen()) {
            return;
        }
        VisitFacts visit = visits.facts(offer.visit());
        telling.byProgram(offer, visit, offer.expire(clock.instant()));
        offering.ended(offer);
        offering.fill(visit.id());
    }
}
