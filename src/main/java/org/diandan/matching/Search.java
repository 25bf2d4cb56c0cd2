package org.diandan.matching;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A team is sought for an order.
 *
 * @param previousTeam the team that had it before it was reopened; asked first
 * @param excluded teams that the resident does not want
 * @param refused teams that declined it, let it run out or handed it back in this round
 */
record Search(
        UUID order,
        String site,
        String category,
        @Nullable UUID previousTeam,
        Set<UUID> excluded,
        Set<UUID> refused,
        Reach reach) {

    Search within(Reach wider) {
        return new Search(order, site, category, previousTeam, excluded, refused, wider);
    }

    /** A reopened order goes back to the team that knows it, wherever that is based. */
    boolean asksFirst(Candidate candidate) {
        return candidate.team().equals(previousTeam);
    }
}
