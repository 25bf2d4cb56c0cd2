package org.diandan.matching;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diandan.catalogue.Limit;
import org.diandan.catalogue.TimeLimits;
import org.diandan.matching.Ranking.Ranked;
import org.diandan.orders.OrderFacts;
import org.diandan.policies.Policies;
import org.diandan.shared.Actor;
import org.diandan.sites.OperatingMode;
import org.diandan.sites.Sites;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a team and asks it: the best that is left, wider and wider, at last the Center's dispatcher. Where every team is
 * kept for orders that are worth more, the order waits. An order is never dropped. To be called with the order locked.
 */
@ApplicationScoped
class Seeking {

    private final Scouting scouting;
    private final Outlooks outlooks;
    private final Routings routings;
    private final Capacities capacities;
    private final Moves moves;
    private final Decisions decisions;
    private final Waiting waiting;
    private final Searches searches;
    private final LastResort lastResort;
    private final PriceEffect effect;
    private final Policies policies;
    private final TimeLimits limits;
    private final Sites sites;
    private final Clock clock;

    Seeking(
            Scouting scouting,
            Outlooks outlooks,
            Routings routings,
            Capacities capacities,
            Moves moves,
            Decisions decisions,
            Waiting waiting,
            Searches searches,
            LastResort lastResort,
            PriceEffect effect,
            Policies policies,
            TimeLimits limits,
            Sites sites,
            Clock clock) {
        this.scouting = scouting;
        this.outlooks = outlooks;
        this.routings = routings;
        this.capacities = capacities;
        this.moves = moves;
        this.decisions = decisions;
        this.waiting = waiting;
        this.searches = searches;
        this.lastResort = lastResort;
        this.effect = effect;
        this.policies = policies;
        this.limits = limits;
        this.sites = sites;
        this.clock = clock;
    }

    /**
     * Asks as many teams as may be asked at once. Where nobody is left and nobody is thinking, the order waits or the last
     * resort begins.
     */
    void seek(OrderFacts order) {
        int asked =
                (int) routings.live(order.id()).stream().filter(Routing::isOpen).count();
        while (asked < atOnce(order)) {
            Attempt attempt = askNext(order);
            if (attempt.outcome() != Outcome.ASKED) {
                if (asked == 0) {
                    settleFor(order, attempt);
                }
                return;
            }
            asked++;
        }
    }

    /** How many teams may be thinking about an order at once. */
    boolean isOneAtATime(OrderFacts order) {
        return atOnce(order) == 1;
    }

    /** The ranking as it is now, in the reach that has come to. */
    Outlook outlook(OrderFacts order, @Nullable UUID particular) {
        List<Routing> round = routings.ofRound(order.id(), order.round());
        return outlooks.of(order, round, reached(round), particular);
    }

    /**
     * The ranking as it is now, looking no nearer than that.
     *
     * @param particular a team that is to be in it
     */
    Outlook outlook(OrderFacts order, UUID particular, Reach least) {
        List<Routing> round = routings.ofRound(order.id(), order.round());
        Reach reached = reached(round);
        return outlooks.of(order, round, reached.compareTo(least) < 0 ? least : reached, particular);
    }

    /** Takes the first free place of the team and asks it; empty if it has gone to another order in between. */
    Optional<Routing> ask(
            OrderFacts order,
            Outlook outlook,
            Ranked chosen,
            Engine engine,
            @Nullable Obstacle overruled,
            @Nullable String reason,
            Actor by) {
        return ask(order, outlook, chosen, requireNonNull(chosen.candidate().opening()), engine, overruled, reason, by);
    }

    /** Takes a place of the team and asks it; empty if the place has gone to another order in between. */
    Optional<Routing> ask(
            OrderFacts order,
            Outlook outlook,
            Ranked chosen,
            Opening opening,
            Engine engine,
            @Nullable Obstacle overruled,
            @Nullable String reason,
            Actor by) {
        if (!capacities.take(chosen.candidate().team(), opening)) {
            return Optional.empty();
        }
        var explanation = Explanation.of(outlook, engine, chosen, overruled);
        Instant due = limits.dueAt(Limit.TEAM_ANSWERS, order.urgency(), order.service(), order.site(), clock.instant());
        Routing routing = moves.begin(new Proposal(
                order.id(),
                order.round(),
                order.site(),
                order.service(),
                order.urgency(),
                chosen.candidate().team(),
                outlook.search().reach(),
                engine,
                opening,
                decisions.write(explanation),
                reason,
                due,
                by));
        decisions.asked(order, outlook, explanation, routing);
        waiting.end(order.id());
        return Optional.of(routing);
    }

    /** What came of looking for one more team, and the outlook that it was decided by. */
    private record Attempt(Outcome outcome, Outlook outlook) {}

    /** Nearer teams come before farther ones, unless all of the nearer ones are kept for others. */
    private Attempt askNext(OrderFacts order) {
        List<Routing> round = routings.ofRound(order.id(), order.round());
        int most = policies.of(order.center()).rules().routing().refusalsPerReach();
        Outlook seen = look(order, round, reached(round));
        Attempt last = null;
        for (Optional<Reach> at = Optional.of(seen.search().reach());
                at.isPresent();
                at = at.get().wider()) {
            Reach reach = at.get();
            long refusals = round.stream()
                    .filter(routing ->
                            routing.reach() == reach && routing.state().isRefusal())
                    .count();
            if (refusals < most || reach == Reach.COUNTY) {
                Attempt attempt =
                        refusals < most ? askWithin(order, round, seen.within(reach)) : nobody(order, round, reach);
                if (attempt.outcome() == Outcome.ASKED) {
                    return attempt;
                }
                last = last == null || last.outcome() == Outcome.NOBODY ? attempt : last;
            }
        }
        return requireNonNull(last);
    }

    /** A place that is lost to another order at the last moment means to look again: somebody else may be the best now. */
    private Attempt askWithin(OrderFacts order, List<Routing> round, Outlook seen) {
        Outlook outlook = seen;
        while (true) {
            Optional<Ranked> best = outlook.ranking().best();
            if (best.isEmpty()) {
                return new Attempt(Outcome.NOBODY, outlook);
            }
            if (!outlook.isWorthIt(best.get())) {
                return new Attempt(Outcome.WAITS, outlook);
            }
            if (ask(order, outlook, best.get(), Engine.ONLINE, null, null, Actor.PROGRAM)
                    .isPresent()) {
                effect.count(outlook, best.get());
                return new Attempt(Outcome.ASKED, outlook);
            }
            outlook = look(order, round, outlook.search().reach());
        }
    }

    /** All who are not thinking about the order already. What is read once serves every reach. */
    private Outlook look(OrderFacts order, List<Routing> round, Reach reach) {
        Set<UUID> thinking = round.stream()
                .filter(routing -> routing.state().isLive())
                .map(Routing::team)
                .collect(toUnmodifiableSet());
        List<Candidate> candidates = scouting.candidates(order, order.previousTeam()).stream()
                .filter(candidate -> !thinking.contains(candidate.team()))
                .toList();
        return outlooks.of(order, round, reach, candidates);
    }

    /** As many as may be asked have refused, the whole county over. */
    private Attempt nobody(OrderFacts order, List<Routing> round, Reach reach) {
        return new Attempt(Outcome.NOBODY, outlooks.of(order, round, reach, List.of()));
    }

    /** One decision is kept when the order begins to wait, not one for each time that it is looked at again. */
    private void settleFor(OrderFacts order, Attempt attempt) {
        Outlook outlook = attempt.outlook();
        if (attempt.outcome() == Outcome.NOBODY) {
            waiting.end(order.id());
            decisions.askedNobody(order, outlook, Outcome.NOBODY);
            lastResort.call(order);
            return;
        }
        if (searches.waitingFrom(order.id()).isEmpty()) {
            decisions.askedNobody(order, outlook, Outcome.WAITS);
        }
        int best = outlook.ranking().best().map(Ranked::score).orElse(0);
        waiting.begin(order, outlook.worthInPoints(), best);
        if (outlook.worth().quarters() == Patience.QUARTERS) {
            lastResort.call(order);
        }
    }

    private int atOnce(OrderFacts order) {
        return sites.get(order.site()).mode() == OperatingMode.EMERGENCY
                ? policies.of(order.center()).rules().routing().proposalsInEmergency()
                : 1;
    }

    /** A round never goes back to a narrower reach. */
    private static Reach reached(List<Routing> round) {
        return round.stream().map(Routing::reach).max(Comparator.naturalOrder()).orElse(Reach.VILLAGE);
    }
}
