package org.diandan.orders;

import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A transition of one of the four machines, as the history and the news have it: who, for whom, from, to, when, why.
 *
 * @param order the order that the machine belongs to
 * @param subject the order itself, or the routing, visit, attendance or offer
 * @param action the verb, upper case with underscores
 * @param from absent at the beginning
 * @param part what the actor is to the order
 * @param forWhom the resident or volunteer for whom somebody else acted
 */
public record Told(
        UUID order,
        Machine machine,
        UUID subject,
        String action,
        @Nullable String from,
        String to,
        Actor actor,
        @Nullable Part part,
        @Nullable UUID forWhom,
        @Nullable String reason,
        @Nullable String text,
        int round,
        Instant at) {}
