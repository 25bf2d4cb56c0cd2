package org.diandan.orders;

import java.util.UUID;
import org.diandan.shared.Ids;

/** The key of one preparation of an order. */
public record PreparationKey(String center, UUID orderId, int revision) {

    static PreparationKey of(UUID order, int revision) {
        return new PreparationKey(Ids.centerOf(order), order, revision);
    }
}
