package org.diandan.matching;

import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * News: a routing made a transition. Told once for each, inside its transaction.
 *
 * @param from absent when the team was asked
 */
public record RoutingMoved(
        String center,
        UUID routing,
        UUID order,
        UUID team,
        RoutingAction action,
        @Nullable RoutingState from,
        RoutingState to,
        Actor actor,
        Instant at) {}
