package org.diandan.orders;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Finds the orders that may be the same need told twice: same resident, same service, open, not long ago. */
@ApplicationScoped
class SimilarOrders {

    private final Orders orders;
    private final OrdersConfig config;
    private final Clock clock;

    SimilarOrders(Orders orders, OrdersConfig config, Clock clock) {
        this.orders = orders;
        this.config = config;
        this.clock = clock;
    }

    List<Order> to(Order order) {
        return orders.similar(order, clock.instant().minus(Duration.ofDays(config.similarDays())));
    }

    /** @throws org.diandan.shared.Refused with the similar orders' ids, for the dispatcher to look at and to merge */
    void refuseIfAny(Order order) {
        List<Order> similar = to(order);
        if (!similar.isEmpty()) {
            throw OrderProblem.POSSIBLE_DUPLICATE
                    .because(similar.size())
                    .with("similar", similar.stream().map(Order::id).toList());
        }
    }
}
