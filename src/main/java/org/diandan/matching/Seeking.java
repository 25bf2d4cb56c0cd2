package org.diandan.matching;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diandan.catalogue.Catalogue;
import org.diandan.catalogue.Limit;
import org.diandan.catalogue.TimeLimits;
import org.diandan.matching.Ranking.Ranked;
import org.diandan.orders.OrderFacts;
import org.diandan.policies.Policies;
import org.diandan.policies.Policy;
import org.diandan.shared.Actor;
import org.diandan.shared.Role;
import org.diandan.sites.OperatingMode;
import org.diandan.sites.Sites;
import org.diandan.tasks.NewTask;
import org.diandan.tasks.TaskKind;
import org.diandan.tasks.Tasks;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a team and asks it: the best that is left, wider and wider, at last the Center's dispatcher. An order is
 * never dropped. To be called with the order locked.
 */
@ApplicationScoped
class Seeking {

    private final Scouting scouting;
    private final Routings routings;
    private final Capacities capacities;
    private final Moves moves;
    private final Catalogue catalogue;
    private final TimeLimits limits;
    private final Sites sites;
    private final Tasks tasks;
    private final Policies policies;
    private final ObjectMapper json;
    private final Clock clock;

    Seeking(
            Scouting scouting,
            Routings routings,
            Capacities capacities,
            Moves moves,
            Catalogue catalogue,
            TimeLimits limits,
            Sites sites,
            Tasks tasks,
            Policies policies,
            ObjectMapper json,
            Clock clock) {
        this.scouting = scouting;
        this.routings = routings;
        this.capacities = capacities;
        this.moves = moves;
        this.catalogue = catalogue;
        this.limits = limits;
        this.sites = sites;
        this.tasks = tasks;
        this.policies = policies;
        this.json = json;
        this.clock = clock;
    }

    /** What is sought, and who may be asked for it, now. */
    record Outlook(Policy policy, Search search, Ranking ranking) {}

    /** Asks as many teams as may be asked at once. Where nobody is left and nobody is thinking, the last resort begins. */
    void seek(OrderFacts order) {
        int asked =
                (int) routings.live(order.id()).stream().filter(Routing::isOpen).count();
        while (asked < atOnce(order)) {
            if (!askNext(order)) {
                if (asked == 0) {
                    callLastResort(order);
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
        return outlook(order, round, reached(round), scouting.candidates(order, particular));
    }

    /** Takes the team's place and asks it; empty if the place has gone to another order in between. */
    Optional<Routing> ask(
            OrderFacts order,
            Outlook outlook,
            Ranked chosen,
            Engine engine,
            @Nullable Obstacle overruled,
            @Nullable String reason,
            Actor by) {
        Opening opening = requireNonNull(chosen.candidate().opening());
        if (!capacities.take(chosen.candidate().team(), opening)) {
            return Optional.empty();
        }
        Search search = outlook.search();
        var explanation = Explanation.of(outlook.policy(), engine, search, outlook.ranking(), chosen, overruled);
        Instant due = limits.dueAt(Limit.TEAM_ANSWERS, order.urgency(), order.service(), order.site(), clock.instant());
        return Optional.of(moves.begin(new Proposal(
                order.id(),
                order.round(),
                order.site(),
                order.service(),
                order.urgency(),
                chosen.candidate().team(),
                search.reach(),
                engine,
                opening,
                write(explanation),
                reason,
                due,
                by)));
    }

    private boolean askNext(OrderFacts order) {
        List<Routing> round = routings.ofRound(order.id(), order.round());
        int most = policies.of(order.center()).rules().routing().refusalsPerReach();
        for (Optional<Reach> at = Optional.of(reached(round));
                at.isPresent();
                at = at.get().wider()) {
            Reach reach = at.get();
            long refusals = round.stream()
                    .filter(routing ->
                            routing.reach() == reach && routing.state().isRefusal())
                    .count();
            if (refusals < most && askWithin(order, round, reach)) {
                return true;
            }
        }
        return false;
    }

    /** A place that is lost to another order at the last moment means to look again: somebody else may be the best now. */
    private boolean askWithin(OrderFacts order, List<Routing> round, Reach reach) {
        Set<UUID> thinking = round.stream()
                .filter(routing -> routing.state().isLive())
                .map(Routing::team)
                .collect(toUnmodifiableSet());
        while (true) {
            List<Candidate> candidates = scouting.candidates(order, order.previousTeam()).stream()
                    .filter(candidate -> !thinking.contains(candidate.team()))
                    .toList();
            Outlook outlook = outlook(order, round, reach, candidates);
            Optional<Ranked> best = outlook.ranking().best();
            if (best.isEmpty()) {
                return false;
            }
            if (ask(order, outlook, best.get(), Engine.ONLINE, null, null, Actor.PROGRAM)
                    .isPresent()) {
                return true;
            }
        }
    }

    private Outlook outlook(OrderFacts order, List<Routing> round, Reach reach, List<Candidate> candidates) {
        var search = new Search(
                order.id(),
                order.site(),
                catalogue.get(order.service()).category(),
                order.previousTeam(),
                order.excludedTeams(),
                round.stream().filter(Routing::isRefused).map(Routing::team).collect(toUnmodifiableSet()),
                reach);
        Policy policy = policies.of(order.center());
        return new Outlook(policy, search, Ranking.of(policy.rules(), search, candidates));
    }

    private void callLastResort(OrderFacts order) {
        Instant due = limits.dueAt(Limit.LAST_RESORT, order.urgency(), order.service(), order.site(), clock.instant());
        tasks.open(new NewTask(TaskKind.LAST_RESORT, order.center(), Role.DISPATCHER, order.id(), due, order.number()));
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

    private String write(Explanation explanation) {
        try {
            return json.writeValueAsString(explanation);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records of numbers and names can be written", e);
        }
    }
}
