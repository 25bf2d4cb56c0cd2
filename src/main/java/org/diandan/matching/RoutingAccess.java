package org.diandan.matching;

import static org.diandan.shared.Role.AUDITOR;
import static org.diandan.shared.Role.DISPATCHER;
import static org.diandan.shared.Role.LEADER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.diandan.http.HttpProblem;
import org.diandan.http.IfMatch;
import org.diandan.identity.CurrentUser;
import org.diandan.orders.OrderFacts;
import org.diandan.orders.OrderProgress;
import org.diandan.shared.Role;

/** Opens a routing, or an order to its dispatchers, for whom it exists; for everyone else it does not (404). */
@ApplicationScoped
class RoutingAccess {

    private final Routings routings;
    private final OrderProgress orders;
    private final CurrentUser user;
    private final IfMatch ifMatch;
    private final EntityManager entities;

    RoutingAccess(Routings routings, OrderProgress orders, CurrentUser user, IfMatch ifMatch, EntityManager entities) {
        this.routings = routings;
        this.orders = orders;
        this.user = user;
        this.ifMatch = ifMatch;
        this.entities = entities;
    }

    /** A routing, and its order, which stays locked until the transaction ends. */
    record Opened(Routing routing, OrderFacts order) {}

    /** To read: leaders of the team, dispatchers and auditors of the order's chain. */
    Routing read(UUID id) {
        return routings.find(id).filter(this::isVisible).orElseThrow(HttpProblem.NOT_FOUND::because);
    }

    /** To answer: leaders of the team. The order comes first, so that two who answer meet there. */
    Opened answer(UUID id) {
        Routing routing = read(id);
        OrderFacts order = orders.lock(routing.order());
        entities.refresh(routing);
        ifMatch.check(routing.version());
        if (!isLeader(routing)) {
            throw MatchingProblem.NOT_YOUR_TEAM.because();
        }
        return new Opened(routing, order);
    }

    /** An order, to look at: dispatchers and auditors of its chain. */
    OrderFacts readOrder(UUID order) {
        return covered(orders.facts(order), DISPATCHER, AUDITOR);
    }

    /** An order, to move it: dispatchers of its chain. */
    OrderFacts moveOrder(UUID order) {
        OrderFacts facts = covered(orders.lock(order), DISPATCHER);
        ifMatch.check(facts.version());
        return facts;
    }

    boolean isLeader(Routing routing) {
        return user.scope().isIn(routing.team(), LEADER);
    }

    /** The explanation speaks of other teams too, so that it is not for the team's leader. */
    boolean mayExplain(Routing routing) {
        return user.scope().covers(routing.site(), DISPATCHER, AUDITOR);
    }

    private boolean isVisible(Routing routing) {
        return isLeader(routing) || mayExplain(routing);
    }

    private OrderFacts covered(OrderFacts order, Role... roles) {
        if (!user.scope().covers(order.site(), roles)) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return order;
    }
}
