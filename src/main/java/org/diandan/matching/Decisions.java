package org.diandan.matching;

import static org.hibernate.query.QueryFlushMode.NO_FLUSH;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diandan.matching.Ranking.Ranked;
import org.diandan.orders.OrderFacts;
import org.diandan.shared.Ids;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The decisions, kept with all that they were made of: the table {@code routing_decision}. Rows are only added. */
@ApplicationScoped
class Decisions {

    private static final String KEEP = """
            insert into routing_decision (center, id, order_id, round, site, category, decided_at, policy, engine, outcome,
                team_id, first_team, routing_id, worth, explanation, inputs)
            values (:center, :id, :order, :round, :site, :category, :now, :policy, :engine, :outcome,
                :team, :first, :routing, :worth, cast(:explanation as jsonb),
                cast(:inputs as jsonb))""";

    private static final String ROW = """
            select id, order_id, round, site, category, decided_at, policy, engine, outcome, team_id, first_team,
                routing_id, cast(explanation as text), cast(inputs as text)
            from routing_decision where center = :center""";

    private final Session session;
    private final ObjectMapper json;
    private final Ids ids;
    private final Clock clock;

    Decisions(Session session, ObjectMapper json, Ids ids, Clock clock) {
        this.session = session;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** A team was asked. */
    void asked(OrderFacts order, Outlook outlook, Explanation explanation, Routing routing) {
        keep(order, outlook, explanation, Outcome.ASKED, routing);
    }

    /** No team was asked: the order waits, or there is nobody. */
    void askedNobody(OrderFacts order, Outlook outlook, Outcome outcome) {
        Ranked best = outlook.ranking().best().orElse(null);
        keep(order, outlook, Explanation.of(outlook, Engine.ONLINE, best, null), outcome, null);
    }

    private void keep(
            OrderFacts order, Outlook outlook, Explanation explanation, Outcome outcome, @Nullable Routing routing) {
        UUID first =
                outlook.ranking().best().map(best -> best.candidate().team()).orElse(null);
        session.createNativeMutationQuery(KEEP)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", order.center())
                .setParameter("id", ids.of(order.center()))
                .setParameter("order", order.id())
                .setParameter("round", order.round())
                .setParameter("site", order.site())
                .setParameter("category", outlook.search().category())
                .setParameter("now", clock.instant())
                .setParameter("policy", explanation.policy())
                .setParameter("engine", explanation.engine().name())
                .setParameter("outcome", outcome.name())
                .setParameter("team", routing == null ? null : routing.team(), UUID.class)
                .setParameter("first", first, UUID.class)
                .setParameter("routing", routing == null ? null : routing.id(), UUID.class)
                .setParameter("worth", explanation.worth())
                .setParameter("explanation", write(explanation))
                .setParameter("inputs", write(outlook.inputs()))
                .executeUpdate();
    }

    /** The decision by which a team was asked. */
    Optional<RoutingDecision> ofRouting(UUID routing) {
        return query(ROW + " and routing_id = :routing", Ids.centerOf(routing))
                .setParameter("routing", routing)
                .uniqueResultOptional()
                .map(this::decision);
    }

    /** All decisions about an order, the oldest first, at most so many. */
    List<RoutingDecision> ofOrder(UUID order, int most) {
        return query(ROW + " and order_id = :order order by id", Ids.centerOf(order))
                .setParameter("order", order)
                .setMaxResults(most)
                .getResultStream()
                .map(this::decision)
                .toList();
    }

    /** The latest decisions of a time, the latest first, at most so many. */
    List<RoutingDecision> between(String center, Instant from, Instant until, int most) {
        return query(ROW + " and decided_at >= :from and decided_at < :until order by decided_at desc, id desc", center)
                .setParameter("from", from)
                .setParameter("until", until)
                .setMaxResults(most)
                .getResultStream()
                .map(this::decision)
                .toList();
    }

    private NativeQuery<Tuple> query(String sql, String center) {
        return session.createNativeQuery(sql, Tuple.class)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", center);
    }

    private RoutingDecision decision(Tuple row) {
        return new RoutingDecision(
                row.get(0, UUID.class),
                row.get(1, UUID.class),
                row.get(2, Integer.class),
                row.get(3, String.class),
                row.get(4, String.class),
                row.get(5, Instant.class),
                row.get(6, Integer.class),
                Engine.valueOf(row.get(7, String.class)),
                Outcome.valueOf(row.get(8, String.class)),
                row.get(9, UUID.class),
                row.get(10, UUID.class),
                row.get(11, UUID.class),
                read(row.get(12, String.class), Explanation.class),
                read(row.get(13, String.class), Inputs.class));
    }

    /** As JSON, the way it is kept. */
    String write(Object record) {
        try {
            return json.writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records of numbers and names can be written", e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was written here can be read", e);
        }
    }
}
