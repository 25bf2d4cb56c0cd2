package org.diandan.matching;

import java.time.Instant;
import org.diandan.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A transition that a routing has made and that is still to be told.
 *
 * @param from absent at the beginning
 * @param text words beside the reason
 */
record RoutingStep(
        RoutingAction action,
        @Nullable RoutingState from,
        Actor actor,
        @Nullable String reason,
        @Nullable String text,
        Instant at) {

    /** Tells whether the team's place is given back with it. */
    boolean isExit() {
        return from != null && from.isLive() && !action.to().isLive();
    }
}
