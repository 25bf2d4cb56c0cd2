package org.diandan.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.diandan.catalogue.ServiceItem;
import org.diandan.orders.OrderFacts;
import org.diandan.volunteers.Sex;
import org.diandan.volunteers.Standing;
import org.diandan.volunteers.Standings;
import org.diandan.volunteers.TeamFacts;

/**
 * What is known of all teams of a Center, read once for thousands of orders. It sees a team just as the search for one
 * order does, and all its free places besides. For one use, by one thread.
 */
final class Survey {

    private final List<TeamFacts> teams;
    private final Map<UUID, Map<Slots.Key, Integer>> used;
    private final Map<UUID, TeamRecord> records;
    private final Map<UUID, Set<UUID>> liked;
    private final Standings standings;
    private final Function<Sex, Set<UUID>> withSomebodyOf;
    private final IntFunction<Set<UUID>> withMembers;

    private final Map<TeamTimes, Times> times = new HashMap<>();
    private final Map<ServiceDay, Map<UUID, Standing>> known = new HashMap<>();
    private final Map<Sex, Set<UUID>> rightSex = new EnumMap<>(Sex.class);
    private final Map<Integer, Set<UUID>> enough = new HashMap<>();

    /**
     * @param used places that count as taken, by team
     * @param liked by resident, the teams that served them well
     * @param standings how the teams stand with each service
     * @param withSomebodyOf the teams that may have somebody of that sex; asked once for each
     * @param withMembers the teams that have so many members at least; asked once for each number
     */
    Survey(
            List<TeamFacts> teams,
            Map<UUID, Map<Slots.Key, Integer>> used,
            Map<UUID, TeamRecord> records,
            Map<UUID, Set<UUID>> liked,
            Standings standings,
            Function<Sex, Set<UUID>> withSomebodyOf,
            IntFunction<Set<UUID>> withMembers) {
        this.teams = teams;
        this.used = used;
        this.records = records;
        this.liked = liked;
        this.standings = standings;
        this.withSomebodyOf = withSomebodyOf;
        this.withMembers = withMembers;
    }

    private record TeamTimes(UUID team, Slots slots) {}

    private record Times(Slots.Found found, List<Opening> openings) {}

    private record ServiceDay(String service, LocalDate day) {}

    /** A team with the places at which it could come, the earliest first. */
    record Sighting(Candidate candidate, List<Opening> openings) {}

    /** The teams of the Center. */
    List<TeamFacts> teams() {
        return teams;
    }

    /** How many places of a team count as taken. */
    Map<Slots.Key, Integer> used(UUID team) {
        return used.getOrDefault(team, Map.of());
    }

    /** The teams within reach that offer the service, eligible or not. */
    List<Sighting> around(OrderFacts order, ServiceItem service, Slots slots, Reach reach) {
        var sightings = new ArrayList<Sighting>();
        for (TeamFacts team : teams) {
            boolean near =
                    reach.takesIn(team.coverage(), order.site()) || team.id().equals(order.previousTeam());
            if (near && team.offers(service.category())) {
                sightings.add(sighting(order, service, slots, team));
            }
        }
        return sightings;
    }

    private Sighting sighting(OrderFacts order, ServiceItem service, Slots slots, TeamFacts team) {
        Times at = times.computeIfAbsent(
                new TeamTimes(team.id(), slots),
                key -> new Times(
                        slots.find(team.slots(), used(team.id()), Map.of()),
                        slots.openings(team.slots(), used(team.id()))));
        Opening first = at.found().opening();
        Candidate candidate = Scouting.candidate(
                team,
                at.found(),
                Map.of(),
                standing(service, first == null ? slots.wishedDay() : first.on(), team),
                hasRightPeople(order, service, team),
                records.getOrDefault(team.id(), TeamRecord.NONE),
                liked.getOrDefault(order.resident(), Set.of()).contains(team.id()));
        return new Sighting(
                candidate,
                at.openings().stream()
                        .filter(opening -> standing(service, opening.on(), team) == Standing.QUALIFIED)
                        .toList());
    }

    private boolean hasRightPeople(OrderFacts order, ServiceItem service, TeamFacts team) {
        Sex sex = order.wishedSex();
        int least = Scouting.leastMembers(order, service);
        return (sex == null || rightSex.computeIfAbsent(sex, withSomebodyOf).contains(team.id()))
                && (least == 0
                        || enough.computeIfAbsent(least, withMembers::apply).contains(team.id()));
    }

    private Standing standing(ServiceItem service, LocalDate day, TeamFacts team) {
        return known.computeIfAbsent(new ServiceDay(service.code(), day), key -> new HashMap<>())
                .computeIfAbsent(team.id(), key -> standings.of(key, service.code(), day));
    }
}
