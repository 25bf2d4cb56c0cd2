package org.diandan.offers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diandan.http.Resource;
import org.diandan.offers.OfferView.Risks;
import org.diandan.shared.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A swap of a place between two volunteers; no data of the resident.
 *
 * @param giver who has the place
 * @param taker who is asked to take it
 * @param risks what has to be acknowledged, by its version, when accepting
 * @param reason why the other would not
 * @param expiresAt when the visit begins; absent once it has ended
 * @param actions the verbs that the caller may use now
 */
record SwapView(
        UUID id,
        int version,
        UUID visit,
        UUID giver,
        String giverName,
        UUID taker,
        String takerName,
        Choice state,
        Choice service,
        Choice site,
        Instant from,
        Instant to,
        Risks risks,
        @Nullable Choice reason,
        Instant askedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant endedAt,
        List<SwapAction> actions)
        implements Resource {

    @Override
    public String path() {
        return "/swaps/" + id;
    }
}
