package org.diandan.orders;

import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * News: an order made a transition. Told once for each, inside its transaction.
 *
 * @param from absent when the order was placed
 * @param round 1, and one more at each reopen
 */
public record OrderMoved(
        String center,
        UUID order,
        OrderAction action,
        @Nullable OrderState from,
        OrderState to,
        int round,
        Actor actor,
        Instant at) {

    /** Tells whether the order has just come into this state. */
    public boolean entered(OrderState state) {
        return to == state && from != state;
    }

    /** Tells whether the order has just gone out of this state. */
    public boolean left(OrderState state) {
        return from == state && to != state;
    }
}
