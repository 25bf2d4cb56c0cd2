package org.diandan.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A routing as a search for many orders needs it.
 *
 * @param on the day of the place that it holds, if it is live
 * @param slot the number of that place's slot within the team
 */
record Question(
        UUID order,
        UUID routing,
        UUID team,
        int round,
        RoutingState state,
        Reach reach,
        Engine engine,
        LocalDate on,
        int slot,
        Instant from,
        Instant to) {

    Slots.Key place() {
        return new Slots.Key(on, slot);
    }

    boolean isRefused() {
        return state.isRefusal() || state == RoutingState.HANDED_BACK;
    }
}
