package org.diandan.offers;

import jakarta.inject.Singleton;
import java.util.Map;
import org.diandan.http.ReplayCheck;

/** An earlier answer about an offer is for those for whom it exists now. */
@Singleton
class OfferReplayCheck implements ReplayCheck {

    private final OfferAccess access;

    OfferReplayCheck(OfferAccess access) {
        this.access = access;
    }

    @Override
    public Map<String, Look> looks() {
        return Map.of("/offers/{}", ids -> access.read(ids.get(0)));
    }
}
