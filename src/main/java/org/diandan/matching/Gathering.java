package org.diandan.matching;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.diandan.catalogue.Catalogue;
import org.diandan.orders.OrderFacts;
import org.diandan.orders.SeekingOrders;
import org.diandan.policies.Policies;
import org.diandan.policies.Rules;
import org.diandan.sites.OperatingMode;
import org.diandan.sites.Sites;
import org.diandan.volunteers.TeamFacts;

/**
 * Puts together what a plan of a Center decides: the orders for which a team is sought, and the places there are. Counts
 * as free what a question holds that may be moved.
 */
@ApplicationScoped
@Transactional
class Gathering {

    private final SeekingOrders orders;
    private final Routings routings;
    private final Capacities capacities;
    private final Surveying surveying;
    private final Catalogue catalogue;
    private final Sites sites;
    private final Policies policies;
    private final Worths worths;
    private final MatchingConfig config;
    private final Clock clock;

    Gathering(
            SeekingOrders orders,
            Routings routings,
            Capacities capacities,
            Surveying surveying,
            Catalogue catalogue,
            Sites sites,
            Policies policies,
            Worths worths,
            MatchingConfig config,
            Clock clock) {
        this.orders = orders;
        this.routings = routings;
        this.capacities = capacities;
        this.surveying = surveying;
        this.catalogue = catalogue;
        this.sites = sites;
        this.policies = policies;
        this.worths = worths;
        this.config = config;
        this.clock = clock;
    }

    Backlog gather(String center) {
        List<OrderFacts> seeking = orders.all(center);
        Map<UUID, List<Question>> rounds = rounds(center, seeking);
        Map<UUID, Question> movable = seeking.stream()
                .flatMap(order -> movable(order, rounds.getOrDefault(order.id(), List.of())).stream())
                .collect(toMap(Question::order, Function.identity()));
        Map<UUID, Slots> slots = seeking.stream().collect(toMap(OrderFacts::id, slotsOf(center)));
        List<TeamFacts> teams = surveying.teams(center);
        Survey survey =
                surveying.of(center, teams, without(movable.values(), used(center, teams, slots.values())), seeking);
        Rules rules = policies.of(center).rules();
        Map<UUID, Integer> worth = worths.of(center, seeking, rules.value());
        var builder = new BacklogBuilder(rules, survey, opening -> opening);
        int leftAlone = 0;
        for (OrderFacts order : seeking) {
            List<Question> round = rounds.getOrDefault(order.id(), List.of());
            Question asked = movable.get(order.id());
            if (asked == null
                    && round.stream().anyMatch(question -> question.state().isLive())) {
                leftAlone++;
            } else {
                builder.add(
                        order,
                        catalogue.get(order.service()),
                        requireNonNull(slots.get(order.id())),
                        requireNonNull(worth.get(order.id())),
                        round,
                        asked);
            }
        }
        return builder.build(Tiers.of(rules), leftAlone);
    }

    private Function<OrderFacts, Slots> slotsOf(String center) {
        Instant now = clock.instant();
        return order -> Slots.of(
                order.wished(),
                catalogue.get(order.service()).usualDuration(),
                now,
                config.horizon(),
                sites.zone(center));
    }

    private Map<UUID, List<Question>> rounds(String center, List<OrderFacts> seeking) {
        Map<UUID, Integer> round = seeking.stream().collect(toMap(OrderFacts::id, OrderFacts::round));
        return routings.questions(center, round.keySet()).stream()
                .filter(question -> requireNonNull(round.get(question.order())) == question.round())
                .collect(groupingBy(Question::order));
    }

    /**
     * The open question of an order, if it may be taken back for a better one. What a dispatcher asked by hand stays, and
     * so does an order that several teams are thinking about: the first of them to accept has it sooner than any plan.
     */
    private Optional<Question> movable(OrderFacts order, List<Question> round) {
        List<Question> open =
                round.stream().filter(question -> question.state().isLive()).toList();
        boolean movable = open.size() == 1
                && open.get(0).engine() != Engine.MANUAL
                && sites.get(order.site()).mode() == OperatingMode.NORMAL;
        return movable ? Optional.of(open.get(0)) : Optional.empty();
    }

    private Map<UUID, Map<Slots.Key, Integer>> used(String center, List<TeamFacts> teams, Collection<Slots> slots) {
        if (teams.isEmpty() || slots.isEmpty()) {
            return Map.of();
        }
        LocalDate first =
                slots.stream().map(Slots::firstDay).min(LocalDate::compareTo).orElseThrow();
        LocalDate last =
                slots.stream().map(Slots::lastDay).max(LocalDate::compareTo).orElseThrow();
        return capacities.used(center, teams.stream().map(TeamFacts::id).toList(), first, last);
    }

    private static Map<UUID, Map<Slots.Key, Integer>> without(
            Collection<Question> moved, Map<UUID, Map<Slots.Key, Integer>> used) {
        var left = new HashMap<UUID, Map<Slots.Key, Integer>>();
        used.forEach((team, places) -> left.put(team, new HashMap<>(places)));
        moved.forEach(question -> left.getOrDefault(question.team(), new HashMap<>())
                .computeIfPresent(question.place(), (place, held) -> held - 1));
        return left;
    }
}
