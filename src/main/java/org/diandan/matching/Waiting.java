package org.diandan.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.diandan.orders.OrderFacts;
import org.diandan.shared.Ids;
import org.diandan.timers.Timer;
import org.diandan.timers.TimerHandler;
import org.diandan.timers.Timers;

/**
 * Orders for which every team is kept for others: they wait and are looked at again when they have become older, when a
 * place is free again and when prices have changed; each time through a timer, since each is locked by itself.
 */
@ApplicationScoped
@Transactional
class Waiting implements TimerHandler {

    /** A team is sought again for an order that waits. */
    static final String AGAIN = "order.seek-again";

    private static final String PLACE_FREED = "matching.place-freed";
    private static final String PRICES_CHANGED = "matching.prices-changed";

    /** How many orders a free place wakes: more than one, since the one that is worth most may not suit it. */
    private static final int WOKEN_BY_PLACE = 10;

    /** How many orders new prices wake at once; the others are woken by their age. */
    private static final int WOKEN_BY_PRICES = 1_000;

    private final Searches searches;
    private final Patience patience;
    private final Timers timers;
    private final Ids ids;
    private final Clock clock;

    Waiting(Searches searches, Patience patience, Timers timers, Ids ids, Clock clock) {
        this.searches = searches;
        this.patience = patience;
        this.timers = timers;
        this.ids = ids;
        this.clock = clock;
    }

    /** The order waits, until its next quarter at most. */
    void begin(OrderFacts order, int worth, int bestScore) {
        searches.waits(order.id(), worth, bestScore, clock.instant());
        timers.set(AGAIN, order.id(), patience.nextQuarter(order));
    }

    /** The order waits no more. */
    void end(UUID order) {
        searches.goesOn(order);
        timers.cancel(AGAIN, order);
    }

    /** A place of a team is free again. */
    void placeFreed(String center) {
        wakeLater(PLACE_FREED, center);
    }

    /** What the places of a center are worth was learned anew. */
    void pricesChanged(String center) {
        wakeLater(PRICES_CHANGED, center);
    }

    /**
     * In a transaction of its own: whoever gives a place back holds it until the end, and an order that is being looked at
     * holds its timer and may wait for that place.
     */
    private void wakeLater(String kind, String center) {
        if (!searches.mostWorth(center, 1).isEmpty()) {
            timers.set(kind, ids.of(center), clock.instant());
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of(PLACE_FREED, PRICES_CHANGED);
    }

    @Override
    public void fire(Timer timer) {
        int most = timer.kind().equals(PLACE_FREED) ? WOKEN_BY_PLACE : WOKEN_BY_PRICES;
        searches.mostWorth(Ids.centerOf(timer.subject()), most)
                .forEach(order -> timers.set(AGAIN, order, clock.instant()));
    }
}
