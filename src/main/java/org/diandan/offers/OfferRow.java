package org.diandan.offers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is read of an offer for a list. */
record OfferRow(
        UUID id,
        UUID visit,
        UUID volunteer,
        OfferState state,
        boolean claimed,
        @Nullable DeclineReason reason,
        @Nullable OfferEnding endedBy,
        Instant madeAt,
        @Nullable Instant expiresAt,
        Instant changedAt) {}
