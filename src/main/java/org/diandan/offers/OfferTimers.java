package org.diandan.offers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.diandan.orders.OrderProgress;
import org.diandan.timers.Timer;
import org.diandan.timers.TimerHandler;
import org.diandan.visits.VisitFacts;
import org.diandan.visits.Visits;

/**
 * An offer that is not answered in time expires and the next candidate is asked (T5), a wave widens (T6), and in the morning
 * asking goes on. Never stopped, see visits.
 */
@ApplicationScoped
class OfferTimers implements TimerHandler {

    static final String EXPIRES = "offer.expires";

    /** Its subject is the visit that volunteers are to be asked for when the quiet hours end. */
    static final String MORNING = "offer.morning";

    /** Its subject is an offer whose volunteer is told in the morning that the place is taken. */
    static final String TAKEN = "offer.taken";

    static final String SWAP_EXPIRES = "offer.swap-expires";

    private final OfferRows rows;
    private final Offering offering;
    private final Waves waves;
    private final Swapping swapping;
    private final Visits visits;
    private final OrderProgress orders;
    private final Telling telling;
    private final TakenMessage taken;
    private final Clock clock;

    OfferTimers(
            OfferRows rows,
            Offering offering,
            Waves waves,
            Swapping swapping,
            Visits visits,
            OrderProgress orders,
            Telling telling,
            TakenMessage taken,
            Clock clock) {
        this.rows = rows;
        this.offering = offering;
        this.waves = waves;
        this.swapping = swapping;
        this.visits = visits;
        this.orders = orders;
        this.telling = telling;
        this.taken = taken;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(EXPIRES, MORNING, TAKEN, SWAP_EXPIRES, Waves.WIDENS);
    }

    @Override
    public void fire(Timer timer) {
        switch (timer.kind()) {
            case EXPIRES -> expire(timer.subject());
            case MORNING -> goOn(timer.subject());
            case TAKEN -> taken.goOn(timer.subject());
            case SWAP_EXPIRES -> swapping.expire(timer.subject());
            case Waves.WIDENS -> widen(timer.subject());
            default -> throw new IllegalArgumentException(timer.kind());
        }
    }

    private void expire(UUID id) {
        orders.lock(rows.orderOf(id));
        Offer offer = rows.get(id);
        if (!offer.isOpen()) {
            return;
        }
        VisitFacts visit = visits.facts(offer.visit());
        telling.byProgram(offer, visit, offer.expire(clock.instant()));
        offering.ended(offer);
        offering.fill(visit.id());
    }

    private void goOn(UUID visit) {
        orders.lock(visits.facts(visit).order());
        offering.fill(visit);
    }

    private void widen(UUID wave) {
        waves.visitOf(wave).ifPresent(visit -> {
            orders.lock(visits.facts(visit).order());
            if (waves.isLatest(wave, visit)) {
                offering.widen(visit);
            }
        });
    }
}
