package org.diandan.offers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diandan.http.Resource;
import org.diandan.shared.Choice;
import org.diandan.shared.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * An offer of a place at a visit; no data of the resident: that is seen after accepting, at the visit.
 *
 * @param claimed whether the volunteer took the place, or waits for one, by themselves
 * @param reasons why this volunteer was asked
 * @param notices what whoever comes has to know before
 * @param risks what has to be acknowledged, by its version, when accepting
 * @param endedBy why nothing came of it, without the volunteer's doing: somebody was faster, or there is no such visit
 * @param actions the verbs that the caller may use now
 */
record OfferView(
        UUID id,
        int version,
        UUID visit,
        UUID order,
        UUID volunteer,
        Choice state,
        boolean claimed,
        Choice service,
        Choice site,
        Urgency urgency,
        Instant from,
        Instant to,
        int needed,
        int taken,
        List<Choice> reasons,
        List<Choice> notices,
        Risks risks,
        @Nullable Choice reason,
        @Nullable Choice endedBy,
        Instant madeAt,
        @Nullable Instant expiresAt,
        @Nullable Instant answeredAt,
        List<OfferAction> actions)
        implements Resource {

    /**
     * What can happen, told before accepting (Volunteer Service Regulation, article 12).
     *
     * @param version the number that is acknowledged
     * @param riskClass LOW, RAISED or HIGH
     * @param insurance whether everyone who comes must be insured
     */
    record Risks(int version, String riskClass, String text, boolean insurance) {}

    @Override
    public String path() {
        return "/offers/" + id;
    }
}
