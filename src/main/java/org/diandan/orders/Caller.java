package org.diandan.orders;

import java.util.EnumSet;
import java.util.Set;
import org.diandan.shared.Actor;
import org.diandan.shared.Area;

/**
 * Who uses a verb, and what they are to this order.
 *
 * @param areas those in which they dispatch
 */
record Caller(Actor actor, Set<Part> parts, Set<Area> areas) {

    static final Caller PROGRAM = as(Actor.PROGRAM, Part.PROGRAM);

    static Caller as(Actor actor, Part part) {
        return new Caller(actor, EnumSet.of(part), Set.of());
    }

    /**
     * The part by which the verb is theirs: the closest to the order that allows it.
     *
     * @throws org.diandan.shared.Refused if it is never theirs
     */
    Part partFor(OrderAction action) {
        return parts.stream()
                .filter(action.by()::contains)
                .min(Part::compareTo)
                .orElseThrow(() -> OrderProblem.NOT_YOURS.because(action.slug()));
    }

    boolean is(Part part) {
        return parts.contains(part);
    }
}
