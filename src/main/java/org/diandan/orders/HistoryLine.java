package org.diandan.orders;

import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A row of an order's history.
 *
 * @param subject the order, routing, visit, attendance or offer that moved
 * @param part what the actor was to the order
 * @param actor the actor's name, for the chain's staff, masked if of the resident's side; absent for others and where
 *     the program acted
 * @param forResident true when somebody acted for the resident
 */
public record HistoryLine(
        UUID id,
        Machine machine,
        UUID subject,
        Choice action,
        @Nullable String from,
        String to,
        @Nullable Choice part,
        @Nullable String actor,
        boolean forResident,
        @Nullable String reason,
        @Nullable String text,
        int round,
        Instant at) {}
