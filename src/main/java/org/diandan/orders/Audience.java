package org.diandan.orders;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.diandan.shared.Scope;

/** For whom an order exists, as it is at one moment: whoever tells people of it asks here. */
public final class Audience {

    /** How much of what happens to an order somebody is told. */
    public enum Ear {
        /** The order does not exist for them. */
        NOTHING,
        /** That it changed: they see the order and not its history. */
        CHANGES,
        /** What happened, as its history has it. */
        STEPS
    }

    private final Order order;
    private final List<Party> parties;

    Audience(Order order, Collection<Party> parties) {
        this.order = order;
        this.parties = List.copyOf(parties);
    }

    /** What somebody with this scope is told. */
    public Ear ear(Scope scope) {
        Set<Part> parts = Parties.parts(order, parties, scope);
        if (parts.isEmpty()) {
            return Ear.NOTHING;
        }
        return reads(parts) ? Ear.STEPS : Ear.CHANGES;
    }

    private boolean reads(Set<Part> parts) {
        Set<Part> readers = EnumSet.copyOf(OrderHistory.STAFF);
        if (order.state() != OrderState.MERGED) {
            readers.addAll(OrderHistory.OWN);
        }
        return !Collections.disjoint(parts, readers);
    }
}
