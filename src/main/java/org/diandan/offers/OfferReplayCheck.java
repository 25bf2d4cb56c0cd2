package org.diandan.offers;

import jakarta.inject.Singleton;
import java.util.Map;
import org.diandan.http.ReplayCheck;

/** An earlier answer about an offer or a swap is for those for whom it exists now. */
@Singleton
class OfferReplayCheck implements ReplayCheck {

    private final OfferAccess access;
    private final SwapAccess swaps;

    OfferReplayCheck(OfferAccess access, SwapAccess swaps) {
        this.access = access;
        this.swaps = swaps;
    }

    @Override
    public Map<String, Look> looks() {
        return Map.of(
                "/offers/{}", ids -> access.read(ids.get(0)),
                "/swaps/{}", ids -> swaps.read(ids.get(0)));
    }
}
