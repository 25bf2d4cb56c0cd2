package org.diandan.orders;

import jakarta.inject.Singleton;
import java.util.Map;
import org.diandan.http.ReplayCheck;

/** An earlier answer about an order or its preparation is for those for whom the order exists now. */
@Singleton
class OrderReplayCheck implements ReplayCheck {

    private final OrderAccess access;

    OrderReplayCheck(OrderAccess access) {
        this.access = access;
    }

    @Override
    public Map<String, Look> looks() {
        Look order = ids -> access.read(ids.get(0));
        return Map.of("/orders/{}", order, "/orders/{}/preparation", order);
    }
}
