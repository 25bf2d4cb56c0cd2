package org.diandan.visits;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a volunteer did not come, what they say to it, and what was decided. */
@Embeddable
record Missing(
        Instant missedAt,
        @Nullable Instant disputedAt,
        @Nullable String dispute,
        @Nullable Instant decidedAt,
        @Nullable UUID decidedBy) {

    /** So long a no-show can be disputed. */
    static final Duration DISPUTE_WITHIN = Duration.ofDays(7);

    static Missing at(Instant now) {
        return new Missing(now, null, null, null, null);
    }

    /** @throws org.diandan.shared.Refused if it is too late or was disputed before */
    Missing disputed(String text, Instant now) {
        if (disputedAt != null || decidedAt != null) {
            throw VisitsProblem.ALREADY_DISPUTED.because();
        }
        if (now.isAfter(missedAt.plus(DISPUTE_WITHIN))) {
            throw VisitsProblem.DISPUTE_TOO_LATE.because(DISPUTE_WITHIN.toDays());
        }
        return new Missing(missedAt, now, text, null, null);
    }

    /** @throws org.diandan.shared.Refused if it was decided before */
    Missing decided(UUID by, Instant now) {
        if (decidedAt != null) {
            throw VisitsProblem.ALREADY_DECIDED.because();
        }
        return new Missing(missedAt, disputedAt, dispute, now, by);
    }

    boolean isDisputed() {
        return disputedAt != null && decidedAt == null;
    }
}
