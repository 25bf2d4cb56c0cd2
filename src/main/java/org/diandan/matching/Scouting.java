package org.diandan.matching;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diandan.catalogue.Catalogue;
import org.diandan.catalogue.PairRule;
import org.diandan.catalogue.ServiceItem;
import org.diandan.matching.Responses.Response;
import org.diandan.orders.OrderFacts;
import org.diandan.orders.OrderProgress;
import org.diandan.orders.TeamRating;
import org.diandan.shared.TimeWindow;
import org.diandan.sites.Sites;
import org.diandan.volunteers.Qualifications;
import org.diandan.volunteers.Sex;
import org.diandan.volunteers.Standing;
import org.diandan.volunteers.TeamFacts;
import org.diandan.volunteers.Teams;
import org.jspecify.annotations.Nullable;

/** Gathers what is known of the teams that might take an order. Judges nothing: that is for obstacles and terms. */
@ApplicationScoped
class Scouting {

    private static final int PAIR = 2;

    private final Teams teams;
    private final Qualifications qualifications;
    private final Catalogue catalogue;
    private final Sites sites;
    private final OrderProgress orders;
    private final Capacities capacities;
    private final Responses responses;
    private final SlotPrices prices;
    private final MatchingConfig config;
    private final Clock clock;

    Scouting(
            Teams teams,
            Qualifications qualifications,
            Catalogue catalogue,
            Sites sites,
            OrderProgress orders,
            Capacities capacities,
            Responses responses,
            SlotPrices prices,
            MatchingConfig config,
            Clock clock) {
        this.teams = teams;
        this.qualifications = qualifications;
        this.catalogue = catalogue;
        this.sites = sites;
        this.orders = orders;
        this.capacities = capacities;
        this.responses = responses;
        this.prices = prices;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The teams of the order's Center. What costs a look is known of those alone that offer the service: the others cannot
     * be asked, whatever else is true of them.
     *
     * @param particular one that is to be among them, wherever it goes and whatever it offers
     */
    List<Candidate> candidates(OrderFacts order, @Nullable UUID particular) {
        ServiceItem service = catalogue.get(order.service());
        List<TeamFacts> found = new ArrayList<>(teams.near(order.site(), service.category()));
        if (particular != null && found.stream().noneMatch(team -> team.id().equals(particular))) {
            teams.find(particular)
                    .filter(team -> team.center().equals(order.center()))
                    .ifPresent(found::add);
        }
        if (found.isEmpty()) {
            return List.of();
        }
        List<UUID> able = found.stream()
                .filter(team -> team.offers(service.category()))
                .map(TeamFacts::id)
                .toList();
        Slots slots = Slots.of(
                order.wished(), service.usualDuration(), clock.instant(), config.horizon(), sites.zone(order.center()));
        Map<UUID, Map<Integer, Integer>> priced =
                prices.of(order.center(), able, clock.instant().minus(config.pricesHold()));
        Map<UUID, Slots.Found> places = places(order, slots, found, able, priced);
        Map<UUID, Standing> standings = standings(order, slots, able, places);
        Map<UUID, Response> answers = responses.of(order.center(), able);
        Map<UUID, TeamRating> ratings = orders.ratings(order.center(), able);
        Set<UUID> rightPeople = rightPeople(order, service, able);
        Set<UUID> liked = orders.likedTeams(order.center(), order.resident());
        return found.stream()
                .map(team -> candidate(
                        team,
                        requireNonNull(places.get(team.id())),
                        priced.getOrDefault(team.id(), Map.of()),
                        standings.getOrDefault(team.id(), Standing.MISSING),
                        rightPeople.contains(team.id()),
                        record(answers.get(team.id()), ratings.get(team.id())),
                        liked.contains(team.id())))
                .toList();
    }

    /** What has come in between since the team was asked; its place is held, and counts as full only if it was taken away. */
    Optional<Obstacle> obstacleNow(OrderFacts order, Routing routing) {
        TeamFacts team = teams.find(routing.team()).orElseThrow();
        if (!team.active()) {
            return Optional.of(Obstacle.TEAM_INACTIVE);
        }
        Standing standing = qualifications
                .teams(List.of(team.id()), order.service(), routing.time().from())
                .getOrDefault(team.id(), Standing.MISSING);
        if (standing != Standing.QUALIFIED) {
            return Optional.of(
                    standing == Standing.EXPIRED ? Obstacle.QUALIFICATION_EXPIRED : Obstacle.QUALIFICATION_MISSING);
        }
        Slots.Key place = routing.place();
        int held = capacities
                .used(routing.center(), List.of(team.id()), place.on(), place.on())
                .getOrDefault(team.id(), Map.of())
                .getOrDefault(place, 0);
        boolean fits = team.slots().stream().anyMatch(slot -> slot.slot() == place.slot() && held <= slot.capacity());
        return fits ? Optional.empty() : Optional.of(Obstacle.SLOT_FULL);
    }

    /** A place of a team as it offers it now, if somebody qualified can come then; the time must be to come. */
    Optional<Opening> opening(UUID id, String service, Slots.Key place, TimeWindow time) {
        Standing standing =
                qualifications.teams(List.of(id), service, time.from()).getOrDefault(id, Standing.MISSING);
        if (standing != Standing.QUALIFIED || !time.to().isAfter(clock.instant())) {
            return Optional.empty();
        }
        return teams.find(id).stream()
                .flatMap(team -> team.slots().stream())
                .filter(slot ->
                        slot.slot() == place.slot() && slot.day() == place.on().getDayOfWeek())
                .map(slot -> new Opening(place.on(), slot.slot(), time, slot.capacity()))
                .findFirst();
    }

    static Candidate candidate(
            TeamFacts team,
            Slots.Found place,
            Map<Integer, Integer> prices,
            Standing standing,
            boolean pair,
            TeamRecord record,
            boolean liked) {
        Opening opening = place.opening();
        return new Candidate(
                team.id(),
                team.name(),
                team.site(),
                team.categories(),
                team.categories().stream().findFirst().orElse(null),
                team.coverage(),
                team.active(),
                standing,
                place.availability(),
                opening,
                opening == null ? 0 : prices.getOrDefault(opening.slot(), 0),
                place.load(),
                pair,
                record,
                liked);
    }

    private Map<UUID, Slots.Found> places(
            OrderFacts order,
            Slots slots,
            List<TeamFacts> found,
            List<UUID> able,
            Map<UUID, Map<Integer, Integer>> prices) {
        var used = capacities.used(order.center(), able, slots.firstDay(), slots.lastDay());
        return found.stream()
                .collect(Collectors.toMap(
                        TeamFacts::id,
                        team -> slots.find(
                                team.slots(),
                                used.getOrDefault(team.id(), Map.of()),
                                prices.getOrDefault(team.id(), Map.of()))));
    }

    /** As each team stands on the day that it would come; certificates are valid by the day. */
    private Map<UUID, Standing> standings(
            OrderFacts order, Slots slots, List<UUID> able, Map<UUID, Slots.Found> places) {
        return qualifications.teams(
                able.stream().collect(Collectors.toMap(Function.identity(), team -> {
                    Opening opening = requireNonNull(places.get(team)).opening();
                    LocalDate day = opening == null ? slots.wishedDay() : opening.on();
                    return day.atStartOfDay(slots.zone()).toInstant();
                })),
                order.service());
    }

    /**
     * Those who have enough people for the order, and somebody of the sex that the resident wished for. Where a service
     * sends somebody of the resident's own sex and the resident said nothing, it is settled with whoever comes.
     */
    private Set<UUID> rightPeople(OrderFacts order, ServiceItem service, List<UUID> able) {
        Sex sex = order.wishedSex();
        int least = leastMembers(order, service);
        Set<UUID> right = new HashSet<>(able);
        if (sex != null) {
            right.retainAll(teams.withSomebodyOf(sex, order.center(), able));
        }
        if (least > 0) {
            right.retainAll(teams.withMembers(least, order.center(), able));
        }
        return right;
    }

    /** How many members a team must have; 0 where one is enough, and a team's expert is one. */
    static int leastMembers(OrderFacts order, ServiceItem service) {
        boolean pair = service.pairRule() == PairRule.TWO_PEOPLE || order.leastPeople() > service.people();
        return pair ? Math.max(PAIR, order.leastPeople()) : 0;
    }

    static TeamRecord record(@Nullable Response answers, @Nullable TeamRating rating) {
        return new TeamRecord(
                answers == null ? 0 : answers.asked(),
                answers == null ? 0 : answers.accepted(),
                rating == null ? 0 : rating.count(),
                rating == null ? 0 : rating.mean());
    }
}
