package org.diandan.volunteers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A certificate in a list. */
record CertificateLine(
        UUID id,
        UUID volunteer,
        String name,
        String kind,
        String issuer,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        CertificateState state,
        Instant claimedAt) {}
