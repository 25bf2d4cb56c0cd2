package org.diandan.matching;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.diandan.matching.Responses.Response;
import org.diandan.orders.OrderFacts;
import org.diandan.orders.OrderProgress;
import org.diandan.orders.SeekingOrders;
import org.diandan.orders.TeamRating;
import org.diandan.volunteers.Qualifications;
import org.diandan.volunteers.TeamFacts;
import org.diandan.volunteers.Teams;

/** Reads what is known of all teams of a Center, in a handful of statements however many orders ask for it. */
@ApplicationScoped
class Surveying {

    private final Teams teams;
    private final Qualifications qualifications;
    private final Responses responses;
    private final OrderProgress orders;
    private final SeekingOrders seeking;

    Surveying(
            Teams teams,
            Qualifications qualifications,
            Responses responses,
            OrderProgress orders,
            SeekingOrders seeking) {
        this.teams = teams;
        this.qualifications = qualifications;
        this.responses = responses;
        this.orders = orders;
        this.seeking = seeking;
    }

    /** All teams of the Center that are not dissolved. */
    List<TeamFacts> teams(String center) {
        return teams.ofCenter(center);
    }

    /**
     * To be used within the transaction.
     *
     * @param found the teams
     * @param used the places of theirs that count as taken
     * @param asking the orders that are to be looked at
     */
    Survey of(
            String center,
            List<TeamFacts> found,
            Map<UUID, Map<Slots.Key, Integer>> used,
            Collection<OrderFacts> asking) {
        List<UUID> ids = found.stream().map(TeamFacts::id).toList();
        Map<UUID, Response> answers = responses.of(center, ids);
        Map<UUID, TeamRating> ratings = orders.ratings(center, ids);
        Set<UUID> residents = asking.stream().map(OrderFacts::resident).collect(toSet());
        return new Survey(
                found,
                used,
                ids.stream()
                        .collect(toMap(Function.identity(), id -> Scouting.record(answers.get(id), ratings.get(id)))),
                seeking.likedTeams(center, residents),
                qualifications.standings(center, ids),
                sex -> teams.withSomebodyOf(sex, center, ids),
                least -> teams.withMembers(least, center, ids));
    }
}
