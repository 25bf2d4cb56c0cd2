package org.diandan.matching;

import static java.util.stream.Collectors.toSet;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diandan.http.Cursor;
import org.diandan.shared.Ids;
import org.jspecify.annotations.Nullable;

/** The routings, asked by whoever needs to know. */
@ApplicationScoped
class Routings implements PanacheRepositoryBase<Routing, Routing.Key> {

    private static final String LINE = """
            select new org.diandan.matching.RoutingLine(r.id, r.orderId, r.teamId, r.state, r.round, r.reach, r.service,
              r.site, r.urgency, r.slotFrom, r.slotTo, r.reason, r.proposedAt, r.answerDueAt, r.updatedAt)
            from Routing r where\s""";

    private static final List<RoutingState> LIVE = List.of(RoutingState.PROPOSED, RoutingState.ACCEPTED);

    Optional<Routing> find(UUID routing) {
        return findByIdOptional(Routing.Key.of(routing));
    }

    /** All of an order's round, the oldest first: a handful. */
    List<Routing> ofRound(UUID order, int round) {
        return list(
                "center = ?1 and orderId = ?2 and round = ?3 order by proposedAt, id",
                Ids.centerOf(order),
                order,
                round);
    }

    /** Those of an order that hold a place, of whatever round. */
    List<Routing> live(UUID order) {
        return list("center = ?1 and orderId = ?2 and state in ?3 order by teamId", Ids.centerOf(order), order, LIVE);
    }

    /** All questions about these orders of a center, of whatever round. */
    List<Question> questions(String center, Collection<UUID> orders) {
        return getEntityManager()
                .createQuery(
                        "select new org.diandan.matching.Question(r.orderId, r.id, r.teamId, r.round, r.state, r.reach,"
                                + " r.engine, r.onDate, r.slot, r.slotFrom, r.slotTo) from Routing r"
                                + " where r.center = :center and r.orderId in :orders",
                        Question.class)
                .setParameter("center", center)
                .setParameter("orders", orders)
                .getResultList();
    }

    /** The orders that teams of a center were asked for in a period. Uses routing_proposed(center, proposed_at). */
    Set<UUID> ordersAskedFor(String center, Instant from, Instant until) {
        return Set.copyOf(getEntityManager()
                .createQuery(
                        "select distinct r.orderId from Routing r"
                                + " where r.center = :center and r.proposedAt >= :from and r.proposedAt < :until",
                        UUID.class)
                .setParameter("center", center)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList());
    }

    /** The orders that a team was asked for or has. */
    List<UUID> liveOrders(UUID team) {
        return find(
                        "select r.orderId from Routing r where r.center = ?1 and r.teamId = ?2 and r.state in ?3"
                                + " order by r.orderId",
                        Ids.centerOf(team),
                        team,
                        LIVE)
                .project(UUID.class)
                .list();
    }

    /**
     * What changed last among the questions to these teams first. Uses routing_team(center, team_id, updated_at, id).
     *
     * @param states all where there are none
     */
    List<RoutingLine> ofTeams(
            Set<UUID> teams, Set<RoutingState> states, @Nullable Instant since, Cursor after, int limit) {
        var where = new StringBuilder("r.center in :centers and r.teamId in :teams");
        var values = new HashMap<String, Object>();
        values.put("centers", teams.stream().map(Ids::centerOf).collect(toSet()));
        values.put("teams", teams);
        if (!states.isEmpty()) {
            where.append(" and r.state in :states");
            values.put("states", states);
        }
        if (since != null) {
            where.append(" and r.updatedAt >= :since");
            values.put("since", since);
        }
        if (!after.isStart()) {
            where.append(" and (r.updatedAt, r.id) < (:at, :id)");
            values.put("at", after.instant(0));
            values.put("id", after.uuid(1));
        }
        var query = getEntityManager()
                .createQuery(LINE + where + " order by r.updatedAt desc, r.id desc", RoutingLine.class)
                .setMaxResults(limit);
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    /** Of an order, for its dispatchers, the oldest first. */
    List<RoutingLine> ofOrder(UUID order) {
        return getEntityManager()
                .createQuery(
                        LINE + "r.center = :center and r.orderId = :order order by r.proposedAt, r.id",
                        RoutingLine.class)
                .setParameter("center", Ids.centerOf(order))
                .setParameter("order", order)
                .getResultList();
    }
}
