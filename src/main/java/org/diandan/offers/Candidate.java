package org.diandan.offers;

import java.util.List;
import java.util.UUID;

/** Somebody to be asked, and why. */
record Candidate(UUID volunteer, List<OfferReason> reasons) {

    Candidate {
        reasons = List.copyOf(reasons);
    }
}
