package org.diandan.matching;

import static org.hibernate.query.QueryFlushMode.NO_FLUSH;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diandan.shared.Ids;
import org.hibernate.Session;

/**
 * What a place in a team's weekly slot is worth to the orders that are still to come, in points of the score: the dual
 * price that the exact plan of a past period gives it. Choosing each order's team by score less price comes close to
 * that plan, although it sees one order at a time (bid prices; Talluri and van Ryzin, Management Science 44, 1998).
 */
@ApplicationScoped
class SlotPrices {

    private static final String OF_TEAMS = """
            select price.team_id, price.slot, price.points
            from price_learning learning join slot_price price on price.center = learning.center
            where learning.center = :center and learning.learned_at >= :learnedSince and price.team_id = any(:teams)""";

    private static final String DECIDED = """
            update slot_price set decided = decided + 1
            where center = :center and team_id = :team and slot = :slot""";

    private final Session session;

    SlotPrices(Session session) {
        this.session = session;
    }

    /**
     * The prices of these teams of a center: points by number of the weekly slot, by team. A slot without a price, and a
     * team without any, is absent.
     *
     * @param learnedSince what was learned before counts as none: in a surge an old price is worse than no price
     */
    Map<UUID, Map<Integer, Integer>> of(String center, Collection<UUID> teams, Instant learnedSince) {
        var prices = new HashMap<UUID, Map<Integer, Integer>>();
        session.createNativeQuery(OF_TEAMS, Tuple.class)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", center)
                .setParameter("learnedSince", learnedSince)
                .setParameter("teams", teams.toArray(UUID[]::new))
                .getResultStream()
                .forEach(row -> prices.computeIfAbsent(row.get(0, UUID.class), team -> new HashMap<>())
                        .put(row.get(1, Integer.class), row.get(2, Integer.class)));
        return prices;
    }

    /** When the prices of a center were learned, unless before that moment. */
    Optional<Instant> learnedAt(String center, Instant learnedSince) {
        return session.createNativeQuery(
                        "select learned_at from price_learning where center = :center and learned_at >= :learnedSince",
                        Instant.class)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", center)
                .setParameter("learnedSince", learnedSince)
                .uniqueResultOptional();
    }

    /** Counts that another team was asked because of the price of this slot. */
    void decided(UUID team, int slot) {
        session.createNativeMutationQuery(DECIDED)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", Ids.centerOf(team))
                .setParameter("team", team)
                .setParameter("slot", slot)
                .executeUpdate();
    }
}
