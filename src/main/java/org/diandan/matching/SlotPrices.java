package org.diandan.matching;

import static org.hibernate.query.QueryFlushMode.NO_FLUSH;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diandan.shared.Ids;
import org.diandan.shared.TimeWindow;
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

    private static final String LEARNED = """
            insert into price_learning (center, learned_at, period_from, period_until, source, orders, matched)
            values (:center, :at, :from, :until, :source, :orders, :matched)
            on conflict (center) do update
            set learned_at = excluded.learned_at, period_from = excluded.period_from,
                period_until = excluded.period_until, source = excluded.source, orders = excluded.orders,
                matched = excluded.matched""";

    private static final String DROP = """
            delete from slot_price price
            where center = :center and not exists (
                select from unnest(cast(:teams as uuid[]), cast(:slots as integer[])) as kept (team_id, slot)
                where kept.team_id = price.team_id and kept.slot = price.slot)""";

    private static final String KEEP = """
            insert into slot_price (center, team_id, slot, points, since_at, decided)
            select :center, learned.team_id, learned.slot, learned.points, :at, 0
            from unnest(cast(:teams as uuid[]), cast(:slots as integer[]), cast(:points as integer[])) as learned (team_id, slot, points)
            on conflict (center, team_id, slot) do update set points = excluded.points""";

    private static final String LINES = """
            select price.team_id, price.slot, price.points, price.since_at, price.decided
            from slot_price price
            where center = :center and (team_id, slot) > (:team, :slot)
            order by team_id, slot limit :limit""";

    private static final String LEARNING = """
            select learned_at, period_from, period_until, source, orders, matched
            from price_learning where center = :center""";

    private final Session session;

    SlotPrices(Session session) {
        this.session = session;
    }

    /** The price of a team's weekly slot. */
    record SlotPrice(UUID team, int slot, int points) {}

    /** A price that is kept: since when there has been one, and how often it has decided. */
    record KeptPrice(SlotPrice price, Instant since, long decided) {}

    /**
     * How the prices of a Center were learned.
     *
     * @param orders how many orders the period had
     * @param matched how many of them the best plan could serve
     */
    record Learning(Instant at, TimeWindow period, PriceSource source, int orders, int matched) {}

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
                        Tuple.class)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", center)
                .setParameter("learnedSince", learnedSince)
                .uniqueResultOptional()
                .map(row -> row.get(0, Instant.class));
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

    /** How the prices of the Center were learned last. */
    Optional<Learning> learning(String center) {
        return session.createNativeQuery(LEARNING, Tuple.class)
                .setParameter("center", center)
                .uniqueResultOptional()
                .map(row -> new Learning(
                        row.get(0, Instant.class),
                        new TimeWindow(row.get(1, Instant.class), row.get(2, Instant.class)),
                        PriceSource.valueOf(row.get(3, String.class)),
                        row.get(4, Integer.class),
                        row.get(5, Integer.class)));
    }

    /** Prices of a Center by team and slot, from after that one on. */
    List<KeptPrice> after(String center, UUID team, int slot, int limit) {
        return session.createNativeQuery(LINES, Tuple.class)
                .setParameter("center", center)
                .setParameter("team", team)
                .setParameter("slot", slot)
                .setParameter("limit", limit)
                .getResultStream()
                .map(row -> new KeptPrice(
                        new SlotPrice(row.get(0, UUID.class), row.get(1, Integer.class), row.get(2, Integer.class)),
                        row.get(3, Instant.class),
                        row.get(4, Long.class)))
                .toList();
    }

    /** Puts what was learned in the place of all prices of the Center. Above 0 each; a slot that is not among them has none. */
    void replace(String center, Learning learning, List<SlotPrice> learned) {
        session.createNativeMutationQuery(LEARNED)
                .setParameter("center", center)
                .setParameter("at", learning.at())
                .setParameter("from", learning.period().from())
                .setParameter("until", learning.period().to())
                .setParameter("source", learning.source().name())
                .setParameter("orders", learning.orders())
                .setParameter("matched", learning.matched())
                .executeUpdate();
        UUID[] teams = learned.stream().map(SlotPrice::team).toArray(UUID[]::new);
        Integer[] slots = learned.stream().map(SlotPrice::slot).toArray(Integer[]::new);
        session.createNativeMutationQuery(DROP)
                .setParameter("center", center)
                .setParameter("teams", teams)
                .setParameter("slots", slots)
                .executeUpdate();
        session.createNativeMutationQuery(KEEP)
                .setParameter("center", center)
                .setParameter("at", learning.at())
                .setParameter("teams", teams)
                .setParameter("slots", slots)
                .setParameter("points", learned.stream().map(SlotPrice::points).toArray(Integer[]::new))
                .executeUpdate();
    }
}
