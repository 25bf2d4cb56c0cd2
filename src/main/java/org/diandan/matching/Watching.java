package org.diandan.matching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.diandan.jobs.Jobs;
import org.diandan.jobs.NewJob;
import org.diandan.orders.OrderMoved;
import org.diandan.orders.OrderState;
import org.diandan.orders.SeekingOrders;
import org.diandan.policies.PlanRules;
import org.diandan.policies.Policies;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.timers.Timer;
import org.diandan.timers.TimerHandler;
import org.diandan.timers.Timers;
import org.jspecify.annotations.Nullable;

/**
 * Watches how many orders of a Center seek a team, as long as any does: lets prices be learned when the time has come or
 * the queue is deep, and a plan be made where the Center's policy wants one for so deep a queue.
 */
@ApplicationScoped
class Watching implements TimerHandler {

    private static final String WATCH = "matching.watch";
    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

    private final SeekingOrders orders;
    private final SlotPrices prices;
    private final RoutingPlans plans;
    private final Planning planning;
    private final Policies policies;
    private final Jobs jobs;
    private final Timers timers;
    private final MatchingConfig config;
    private final Clock clock;
    /** The centers whose timer was looked at a moment ago: not each order needs to ask. */
    private final Cache<String, Boolean> watched =
            Caffeine.newBuilder().expireAfterWrite(KNOWN_FOR).build();

    Watching(
            SeekingOrders orders,
            SlotPrices prices,
            RoutingPlans plans,
            Planning planning,
            Policies policies,
            Jobs jobs,
            Timers timers,
            MatchingConfig config,
            Clock clock) {
        this.orders = orders;
        this.prices = prices;
        this.plans = plans;
        this.planning = planning;
        this.policies = policies;
        this.jobs = jobs;
        this.timers = timers;
        this.config = config;
        this.clock = clock;
    }

    void orderMoved(@Observes OrderMoved moved) {
        if (moved.entered(OrderState.ROUTING) && watched.getIfPresent(moved.center()) == null) {
            watched.put(moved.center(), true);
            UUID center = Ids.ofCenter(moved.center());
            if (timers.dueAt(WATCH, center).isEmpty()) {
                timers.set(WATCH, center, clock.instant().plus(config.watchEvery()));
            }
        }
    }

    /** Tells whether so many orders seek a team that the Center's policy wants a plan. */
    boolean isDeep(String center) {
        @Nullable Integer depth = policies.of(center).rules().plans().queueDepth();
        return depth != null && orders.count(center, depth) == depth;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(WATCH);
    }

    @Override
    public void fire(Timer timer) {
        String center = timer.center();
        if (orders.count(center, 1) == 0) {
            return;
        }
        timers.set(WATCH, timer.subject(), clock.instant().plus(config.watchEvery()));
        boolean deep = isDeep(center);
        Duration age = deep ? config.relearnWhenDeep() : config.relearn();
        if (prices.learning(center)
                .filter(last -> last.at().isAfter(clock.instant().minus(age)))
                .isEmpty()) {
            jobs.ask(new NewJob(PriceLearning.KIND, timer.subject(), Actor.PROGRAM));
        }
        if (deep) {
            plan(center, policies.of(center).rules().plans());
        }
    }

    /** Not while another plan is open, nor soon after one: what could be made better has been. */
    private void plan(String center, PlanRules rules) {
        Instant rested = clock.instant().minus(config.planRest());
        boolean recently = plans.ofCenter(center, null, 1).stream()
                .anyMatch(plan -> !plan.state().isOver() || plan.askedAt().isAfter(rested));
        if (!recently) {
            planning.begin(center, PlanCause.QUEUE_DEPTH, rules.appliedAutomatically(), Actor.PROGRAM);
        }
    }
}
