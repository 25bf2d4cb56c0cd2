package org.diandan.orders;

import java.util.UUID;
import org.diandan.shared.Ids;

/** The key of an order: its center first, so that every statement names it. */
public record OrderKey(String center, UUID id) {

    static OrderKey of(UUID id) {
        return new OrderKey(Ids.centerOf(id), id);
    }
}
