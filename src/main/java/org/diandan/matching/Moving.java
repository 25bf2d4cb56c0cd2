package org.diandan.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.matching.PlanChange.After;
import org.diandan.matching.PlanChange.Before;
import org.diandan.matching.Ranking.Barred;
import org.diandan.matching.Ranking.Ranked;
import org.diandan.orders.OrderFacts;
import org.diandan.orders.OrderProgress;
import org.diandan.orders.OrderState;
import org.diandan.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Puts changes of a plan into effect, each order whole: its question taken back and the next team asked in one
 * transaction, or neither. What is no longer as it was when the plan was made is not done.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class Moving {

    private static final String REPLANNED = "REPLANNED";

    private final RoutingPlans plans;
    private final OrderProgress orders;
    private final Routings routings;
    private final Moves moves;
    private final Seeking seeking;
    private final Scouting scouting;
    private final LastResort lastResort;
    private final Clock clock;

    Moving(
            RoutingPlans plans,
            OrderProgress orders,
            Routings routings,
            Moves moves,
            Seeking seeking,
            Scouting scouting,
            LastResort lastResort,
            Clock clock) {
        this.plans = plans;
        this.orders = orders;
        this.routings = routings;
        this.moves = moves;
        this.seeking = seeking;
        this.scouting = scouting;
        this.lastResort = lastResort;
        this.clock = clock;
    }

    /**
     * Moves these orders together: all, or none. Those that have moved already are passed over.
     *
     * @param by who confirmed the plan
     * @throws NotPossible if one of them cannot be moved any more
     */
    void move(List<PlanChange> changes, Actor by) {
        Map<PlanChange, OrderFacts> pending = locked(changes);
        pending.forEach(this::check);
        pending.keySet().forEach(change -> takeBack(change, by));
        // Written before anybody is asked: the same team may be asked anew for another time.
        routings.flush();
        pending.forEach((change, order) -> propose(change, order, by));
    }

    /** Keeps why a change is not put into effect. */
    void skip(PlanChange change, SkipReason reason, @Nullable Obstacle obstacle) {
        plans.lockChange(change.plan(), change.number())
                .filter(PlanChange::isPending)
                .ifPresent(pending -> pending.skip(reason, obstacle, clock.instant()));
    }

    /** Orders come first, in the order of their ids, so that two who lock several meet at the first. */
    private Map<PlanChange, OrderFacts> locked(List<PlanChange> changes) {
        var pending = new LinkedHashMap<PlanChange, OrderFacts>();
        changes.stream().sorted(Comparator.comparing(PlanChange::order)).forEach(known -> {
            OrderFacts order = orders.lock(known.order());
            plans.lockChange(known.plan(), known.number())
                    .filter(PlanChange::isPending)
                    .ifPresent(change -> pending.put(change, order));
        });
        return pending;
    }

    private void check(PlanChange change, OrderFacts order) {
        if (order.state() != OrderState.ROUTING || order.round() != change.round()) {
            throw new NotPossible(change, SkipReason.ORDER_MOVED_ON, null);
        }
        List<UUID> open = routings.live(order.id()).stream().map(Routing::id).toList();
        Before before = change.before();
        if (!open.equals(before == null ? List.of() : List.of(before.routing()))) {
            throw new NotPossible(change, SkipReason.ASKED_OTHERWISE, null);
        }
    }

    private void takeBack(PlanChange change, Actor by) {
        for (Routing routing : routings.live(change.order())) {
            moves.made(routing, routing.withdraw(by, REPLANNED, clock.instant()));
        }
    }

    private void propose(PlanChange change, OrderFacts order, Actor by) {
        After after = change.after();
        if (after == null) {
            lastResort.call(order);
            change.applied(null, clock.instant());
            return;
        }
        Outlook outlook = seeking.outlook(order, after.team(), change.reach());
        Ranked chosen = outlook.ranking().find(after.team()).orElseThrow(() -> barred(change, after.team(), outlook));
        Opening place = scouting.opening(after.team(), order.service(), after.place(), after.time())
                .orElseThrow(() -> new NotPossible(change, SkipReason.TEAM_BARRED, Obstacle.SLOT_UNAVAILABLE));
        Routing proposed = seeking.ask(order, outlook, chosen, place, Engine.REPLAN, null, null, by)
                .orElseThrow(() -> new NotPossible(change, SkipReason.PLACE_GONE, null));
        lastResort.settle(order);
        change.applied(proposed.id(), clock.instant());
    }

    private static NotPossible barred(PlanChange change, UUID team, Outlook outlook) {
        Obstacle obstacle =
                outlook.ranking().findBarred(team).map(Barred::obstacle).orElse(Obstacle.TEAM_INACTIVE);
        boolean full = obstacle == Obstacle.SLOT_FULL || obstacle == Obstacle.CAPACITY_FULL;
        return new NotPossible(change, full ? SkipReason.PLACE_GONE : SkipReason.TEAM_BARRED, obstacle);
    }
}
