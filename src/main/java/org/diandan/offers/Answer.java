package org.diandan.offers;

import java.util.Set;
import org.diandan.shared.Actor;
import org.diandan.visits.Who;
import org.jspecify.annotations.Nullable;

/**
 * Who answers an offer.
 *
 * @param who what that person is to the offer
 * @param heardBy the name of who heard it by phone; for the volunteer's own act there is none
 */
record Answer(Actor actor, Set<Who> who, @Nullable String heardBy) {

    /** @throws org.diandan.shared.Refused if somebody answers for the volunteer and names nobody who heard it */
    static Answer by(Actor actor, Set<Who> who, @Nullable String heardBy) {
        if (who.contains(Who.VOLUNTEER)) {
            return new Answer(actor, Set.of(Who.VOLUNTEER), null);
        }
        if (heardBy == null || heardBy.isBlank()) {
            throw OffersProblem.CONSENT_UNHEARD.because();
        }
        return new Answer(actor, who, heardBy);
    }
}
