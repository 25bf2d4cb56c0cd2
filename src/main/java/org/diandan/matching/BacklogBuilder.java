package org.diandan.matching;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.diandan.matching.Backlog.NOWHERE;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.diandan.assignment.LoadTiers;
import org.diandan.catalogue.ServiceItem;
import org.diandan.matching.Backlog.Option;
import org.diandan.matching.Backlog.Place;
import org.diandan.matching.Backlog.TeamWeek;
import org.diandan.matching.Backlog.Waiting;
import org.diandan.matching.Ranking.Ranked;
import org.diandan.matching.Survey.Sighting;
import org.diandan.orders.OrderFacts;
import org.diandan.policies.Rules;
import org.diandan.volunteers.SlotFacts;
import org.diandan.volunteers.TeamFacts;
import org.jspecify.annotations.Nullable;

/** Finds for each order where it may go, by the constraints and the points by which a single order is routed. */
final class BacklogBuilder {

    /** Of how many of a team's places an order without a wished time has the choice. */
    private static final int PLACES_PER_TEAM = 10;

    private final Rules rules;
    private final Survey survey;
    private final UnaryOperator<Opening> dated;
    private final Map<UUID, TeamFacts> teams = new HashMap<>();
    private final List<TeamWeek> weeks = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Waiting> orders = new ArrayList<>();
    private final Map<TeamDay, Integer> weekIndex = new HashMap<>();
    private final Map<TeamPlace, Integer> placeIndex = new HashMap<>();

    /** @param dated puts a place on the day that it is to be counted on */
    BacklogBuilder(Rules rules, Survey survey, UnaryOperator<Opening> dated) {
        this.dated = dated;
        this.rules = rules;
        this.survey = survey;
        survey.teams().forEach(team -> teams.put(team.id(), team));
    }

    private record TeamDay(UUID team, LocalDate monday) {}

    private record TeamPlace(UUID team, Slots.Key key) {}

    /**
     * Adds an order.
     *
     * @param slots when a visit would suit
     * @param value what serving it is worth, in points
     * @param round all questions of its round
     * @param asked the open one of them, if it may be moved
     */
    void add(
            OrderFacts order,
            ServiceItem service,
            Slots slots,
            int value,
            List<Question> round,
            @Nullable Question asked) {
        Reach reach = round.stream()
                .map(Question::reach)
                .max(Comparator.naturalOrder())
                .orElse(Reach.VILLAGE);
        List<Option> options = options(order, service, slots, reach, round, asked);
        for (Optional<Reach> wider = reach.wider(); options.isEmpty() && wider.isPresent(); wider = reach.wider()) {
            reach = wider.get();
            options = options(order, service, slots, reach, round, asked);
        }
        orders.add(new Waiting(order, value, reach, asked, present(options, asked), options));
    }

    Backlog build(LoadTiers tiers, int leftAlone) {
        return new Backlog(
                tiers,
                survey.teams().stream().collect(toMap(TeamFacts::id, TeamFacts::name)),
                List.copyOf(weeks),
                List.copyOf(places),
                List.copyOf(orders),
                leftAlone);
    }

    private List<Option> options(
            OrderFacts order,
            ServiceItem service,
            Slots slots,
            Reach reach,
            List<Question> round,
            @Nullable Question asked) {
        long refusals = round.stream()
                .filter(question ->
                        question.reach() == reach && question.state().isRefusal())
                .count();
        if (refusals >= rules.routing().refusalsPerReach() && reach.wider().isPresent()) {
            return List.of();
        }
        Set<UUID> refused =
                round.stream().filter(Question::isRefused).map(Question::team).collect(toUnmodifiableSet());
        var search = new Search(
                order.id(),
                order.site(),
                service.category(),
                order.previousTeam(),
                order.excludedTeams(),
                refused,
                reach);
        List<Sighting> eligible = survey.around(order, service, slots, reach).stream()
                .filter(sighting -> Obstacle.of(search, sighting.candidate()).isEmpty())
                .toList();
        List<Sighting> first = eligible.stream()
                .filter(sighting -> search.asksFirst(sighting.candidate())
                        && !sighting.openings().isEmpty())
                .toList();
        var options = new ArrayList<Option>();
        for (Sighting sighting : first.isEmpty() ? eligible : first) {
            options.addAll(at(sighting, points(search, sighting.candidate()), asked));
        }
        return List.copyOf(options);
    }

    /** Load and price are the plan's own to decide, which knows what else comes. */
    private int points(Search search, Candidate candidate) {
        Ranked ranked = Ranked.of(rules, search, candidate);
        return ranked.score()
                - ranked.points().getOrDefault(Term.LOAD, 0)
                - ranked.points().getOrDefault(Term.PRICE, 0);
    }

    /** One point less for each later place, so that nobody waits for nothing. */
    private List<Option> at(Sighting sighting, int score, @Nullable Question asked) {
        UUID team = sighting.candidate().team();
        var options = new ArrayList<Option>();
        List<Opening> openings =
                sighting.openings().stream().map(dated).distinct().toList();
        for (int later = 0; later < openings.size(); later++) {
            Opening opening = openings.get(later);
            boolean present =
                    asked != null && asked.team().equals(team) && asked.place().equals(opening.key());
            if (later < PLACES_PER_TEAM || present) {
                options.add(new Option(place(team, opening), score - later));
            }
        }
        return options;
    }

    private int present(List<Option> options, @Nullable Question asked) {
        if (asked != null) {
            for (int i = 0; i < options.size(); i++) {
                if (places.get(options.get(i).place()).is(asked.team(), asked.place())) {
                    return i;
                }
            }
        }
        return NOWHERE;
    }

    private int place(UUID team, Opening opening) {
        return placeIndex.computeIfAbsent(new TeamPlace(team, opening.key()), key -> {
            int held = survey.used(team).getOrDefault(opening.key(), 0);
            places.add(new Place(week(team, opening.on()), team, opening, opening.capacity() - held));
            return places.size() - 1;
        });
    }

    private int week(UUID team, LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return weekIndex.computeIfAbsent(new TeamDay(team, monday), key -> {
            int capacity = requireNonNull(teams.get(team)).slots().stream()
                    .mapToInt(SlotFacts::capacity)
                    .sum();
            int taken = survey.used(team).entrySet().stream()
                    .filter(entry -> !entry.getKey().on().isBefore(monday)
                            && entry.getKey().on().isBefore(monday.plusWeeks(1)))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            weeks.add(new TeamWeek(team, monday, capacity, Math.min(taken, capacity)));
            return weeks.size() - 1;
        });
    }
}
