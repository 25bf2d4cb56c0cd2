package org.diandan.orders;

import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.Urgency;
import org.jspecify.annotations.Nullable;

/** What a list reads of an order. */
record OrderRow(
        UUID id,
        String number,
        OrderState state,
        String service,
        String site,
        Urgency urgency,
        UUID resident,
        Instant dueAt,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant until) {

    static OrderRow of(Order order) {
        Need need = order.need();
        return new OrderRow(
                order.id(),
                order.number(),
                order.state(),
                need.service(),
                need.site(),
                need.urgency(),
                order.resident(),
                order.dueAt(),
                order.createdAt(),
                order.changedAt(),
                null);
    }
}
