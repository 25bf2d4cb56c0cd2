package org.diandan.visits;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * News: a visit made a transition. Told once for each, inside its transaction.
 *
 * @param from absent when it was planned
 */
public record VisitMoved(
        String center,
        UUID visit,
        UUID order,
        VisitAction action,
        @Nullable VisitState from,
        VisitState to,
        Instant at) {}
