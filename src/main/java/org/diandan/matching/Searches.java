package org.diandan.matching;

import static java.util.stream.Collectors.toMap;
import static org.hibernate.query.QueryFlushMode.NO_FLUSH;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diandan.orders.OrderFacts;
import org.diandan.shared.Ids;
import org.diandan.shared.Urgency;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/** The searches that are on: the table {@code order_search}. */
@ApplicationScoped
class Searches {

    private static final String BEGIN = """
            insert into order_search (center, order_id, site, category, urgency, begun_at, worth)
            values (:center, :order, :site, :category, :urgency, :now, 0)
            on conflict (center, order_id) do update set begun_at = excluded.begun_at, waiting_from = null""";

    private static final String WAIT = """
            update order_search set waiting_from = coalesce(waiting_from, :now), worth = :worth, best_score = :score
            where center = :center and order_id = :order""";

    private static final String WAITING = """
            select order_id, site, category, urgency, begun_at, waiting_from, worth, best_score from order_search
            where center = :center and waiting_from is not null
              and exists (select 1 from unnest(:areas) area where starts_with(site, area))
              and (:first or (worth, order_id) < (:worth, :after))
            order by worth desc, order_id desc limit :most""";

    private static final String MOST_WORTH = """
            select order_id from order_search where center = :center and waiting_from is not null
            order by worth desc, order_id limit :most""";

    private final Session session;

    Searches(Session session) {
        this.session = session;
    }

    /** An order begins to look for a team, in a new round from the beginning. */
    void begin(OrderFacts order, String category, Instant now) {
        bind(BEGIN, order.id())
                .setParameter("site", order.site())
                .setParameter("category", category)
                .setParameter("urgency", order.urgency().name())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** An order no longer looks for a team. */
    void end(UUID order) {
        bind("delete from order_search where center = :center and order_id = :order", order)
                .executeUpdate();
    }

    /** The order waits. */
    void waits(UUID order, int worth, int bestScore, Instant now) {
        bind(WAIT, order)
                .setParameter("worth", worth)
                .setParameter("score", bestScore)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** The order waits no more: a team was asked, or there is none. */
    void goesOn(UUID order) {
        bind(
                        "update order_search set waiting_from = null where center = :center and order_id = :order"
                                + " and waiting_from is not null",
                        order)
                .executeUpdate();
    }

    /** Since when a team is sought for the order; empty while none is. */
    Optional<Instant> begunAt(UUID order) {
        return one("begun_at", order);
    }

    /** Since when a team is sought, for every order of a center for which one is. */
    Map<UUID, Instant> begun(String center) {
        return session.createNativeQuery(
                        "select order_id, begun_at from order_search where center = :center", Tuple.class)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", center)
                .getResultStream()
                .collect(toMap(row -> row.get(0, UUID.class), row -> row.get(1, Instant.class)));
    }

    /** Since when the order waits; empty if it does not. */
    Optional<Instant> waitingFrom(UUID order) {
        return one("waiting_from", order);
    }

    /** The waiting orders of a center that are worth most. */
    List<UUID> mostWorth(String center, int most) {
        return session.createNativeQuery(MOST_WORTH, UUID.class)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", center)
                .setParameter("most", most)
                .getResultList();
    }

    /** The orders of a center's areas that wait, what is worth most first, after one of them. */
    List<WaitingLine> waiting(String center, List<String> areas, int worth, @Nullable UUID after, int most) {
        return session.createNativeQuery(WAITING, Tuple.class)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", center)
                .setParameter("areas", areas.toArray(String[]::new))
                .setParameter("first", after == null)
                .setParameter("worth", worth)
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setParameter("most", most)
                .getResultStream()
                .map(Searches::line)
                .toList();
    }

    private Optional<Instant> one(String column, UUID order) {
        return session.createNativeQuery(
                        "select " + column + " from order_search where center = :center and order_id = :order and "
                                + column + " is not null",
                        Tuple.class)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", Ids.centerOf(order))
                .setParameter("order", order)
                .uniqueResultOptional()
                .map(row -> row.get(0, Instant.class));
    }

    private MutationQuery bind(String sql, UUID order) {
        return session.createNativeMutationQuery(sql)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", Ids.centerOf(order))
                .setParameter("order", order);
    }

    private static WaitingLine line(Tuple row) {
        return new WaitingLine(
                row.get(0, UUID.class),
                row.get(1, String.class),
                row.get(2, String.class),
                Urgency.valueOf(row.get(3, String.class)),
                row.get(4, Instant.class),
                row.get(5, Instant.class),
                row.get(6, Integer.class),
                row.get(7, Integer.class));
    }
}
