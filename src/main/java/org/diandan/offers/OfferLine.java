package org.diandan.offers;

import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.Choice;
import org.jspecify.annotations.Nullable;

/** An offer in a list; no data of the resident. */
record OfferLine(
        UUID id,
        UUID visit,
        UUID volunteer,
        String name,
        Choice state,
        boolean claimed,
        Choice service,
        Choice site,
        Instant from,
        Instant to,
        @Nullable Choice reason,
        @Nullable Choice endedBy,
        Instant madeAt,
        @Nullable Instant expiresAt,
        Instant changedAt) {}
