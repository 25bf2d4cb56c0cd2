package org.diandan.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.diandan.catalogue.Catalogue;
import org.diandan.orders.OrderAction;
import org.diandan.orders.OrderFacts;
import org.diandan.orders.OrderMoved;
import org.diandan.orders.OrderProgress;
import org.diandan.orders.OrderState;
import org.diandan.shared.Actor;
import org.diandan.tasks.TaskKind;
import org.diandan.tasks.Tasks;
import org.diandan.volunteers.TeamDissolved;

/** Follows each order, in the order's own transaction: seeks when it seeks, and lets go when it no longer does. */
@ApplicationScoped
class Following {

    private final OrderProgress orders;
    private final Routings routings;
    private final Moves moves;
    private final Seeking seeking;
    private final Searches searches;
    private final Waiting waiting;
    private final Tasks tasks;
    private final Catalogue catalogue;
    private final Clock clock;

    Following(
            OrderProgress orders,
            Routings routings,
            Moves moves,
            Seeking seeking,
            Searches searches,
            Waiting waiting,
            Tasks tasks,
            Catalogue catalogue,
            Clock clock) {
        this.orders = orders;
        this.routings = routings;
        this.moves = moves;
        this.seeking = seeking;
        this.searches = searches;
        this.waiting = waiting;
        this.tasks = tasks;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    void orderMoved(@Observes OrderMoved moved) {
        boolean seeks = moved.entered(OrderState.ROUTING);
        if (moved.left(OrderState.ROUTING)) {
            tasks.settle(TaskKind.LAST_RESORT, moved.order());
            waiting.end(moved.order());
            searches.end(moved.order());
            letGo(
                    moved,
                    RoutingState.PROPOSED,
                    (routing, why) -> routing.withdraw(moved.actor(), why, clock.instant()));
        }
        if (moved.action() == OrderAction.HAND_BACK) {
            letGo(moved, RoutingState.ACCEPTED, (routing, why) -> routing.handBack(moved.actor(), clock.instant()));
        } else if (seeks || !moved.to().isOpen()) {
            letGo(moved, RoutingState.ACCEPTED, (routing, why) -> routing.end(moved.actor(), why, clock.instant()));
        }
        if (seeks) {
            OrderFacts order = orders.facts(moved.order());
            searches.begin(order, catalogue.get(order.service()).category(), clock.instant());
            seeking.seek(order);
        }
    }

    /** A team that is no more hands back what it has; for what it was only asked, the next one is asked. */
    void teamDissolved(@Observes TeamDissolved news) {
        for (UUID order : routings.liveOrders(news.team())) {
            OrderFacts facts = orders.lock(order);
            if (withdraw(order, news.team())) {
                seeking.seek(facts);
            }
            orders.teamDissolved(order, news.team());
        }
    }

    private boolean withdraw(UUID order, UUID team) {
        List<Routing> open = routings.live(order).stream()
                .filter(routing -> routing.isOpen() && routing.team().equals(team))
                .toList();
        open.forEach(
                routing -> moves.made(routing, routing.withdraw(Actor.PROGRAM, "TEAM_DISSOLVED", clock.instant())));
        return !open.isEmpty();
    }

    private void letGo(OrderMoved moved, RoutingState state, BiFunction<Routing, String, RoutingStep> verb) {
        for (Routing routing : routings.live(moved.order())) {
            if (routing.state() == state) {
                moves.made(routing, verb.apply(routing, moved.action().name()));
            }
        }
    }
}
