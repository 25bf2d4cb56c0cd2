package org.diandan.visits;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By whose act a volunteer has a place (Volunteer Service Regulation, article 25: nobody may be forced).
 *
 * @param joinedBy the volunteer, or whoever typed the consent that was heard
 * @param heardBy the name of who heard it; absent where the volunteer acted
 */
@Embeddable
record Joining(Instant joinedAt, UUID joinedBy, @Nullable String heardBy) {

    /** @throws org.diandan.shared.Refused if there is neither the volunteer's own act nor a consent that somebody heard */
    static Joining of(UUID volunteer, UUID joinedBy, @Nullable String heardBy, Instant now) {
        if (joinedBy.equals(volunteer)) {
            return new Joining(now, joinedBy, null);
        }
        if (heardBy == null || heardBy.isBlank()) {
            throw VisitsProblem.CONSENT_UNHEARD.because();
        }
        return new Joining(now, joinedBy, heardBy);
    }
}
