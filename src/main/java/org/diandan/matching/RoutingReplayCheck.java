package org.diandan.matching;

import jakarta.inject.Singleton;
import java.util.Map;
import org.diandan.http.ReplayCheck;

/** An earlier answer about a routing is for those for whom it exists now. */
@Singleton
class RoutingReplayCheck implements ReplayCheck {

    private final RoutingAccess access;

    RoutingReplayCheck(RoutingAccess access) {
        this.access = access;
    }

    @Override
    public Map<String, Look> looks() {
        return Map.of("/routings/{}", ids -> access.read(ids.get(0)));
    }
}
