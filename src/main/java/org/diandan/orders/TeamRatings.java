package org.diandan.orders;

import static java.util.stream.Collectors.toMap;
import static org.hibernate.query.QueryFlushMode.NO_FLUSH;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.diandan.shared.Ids;
import org.hibernate.Session;

/** How residents rated each team: counted as they rate, so that a search for a team never counts the past. */
@ApplicationScoped
class TeamRatings {

    private static final String FIRST = """
            insert into team_rating (center, team_id, ratings, points) values (:center, :team, 1, :points)
            on conflict (center, team_id) do update
            set ratings = team_rating.ratings + 1, points = team_rating.points + excluded.points""";

    private static final String CHANGED = """
            update team_rating set points = points + :points where center = :center and team_id = :team""";

    private static final String OF_TEAMS = """
            select team_id, points, ratings from team_rating where center = :center and team_id = any(:teams)""";

    private final Session session;

    TeamRatings(Session session) {
        this.session = session;
    }

    /** Somebody rated what a team did in one round of an order. */
    void add(UUID team, int score) {
        write(FIRST, team, score);
    }

    /** Somebody thought better of it. */
    void change(UUID team, int before, int score) {
        write(CHANGED, team, score - before);
    }

    /** By team; one that nobody rated is absent. */
    Map<UUID, TeamRating> of(String center, Collection<UUID> teams) {
        return session.createNativeQuery(OF_TEAMS, Tuple.class)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", center)
                .setParameter("teams", teams.toArray(UUID[]::new))
                .getResultStream()
                .map(row -> {
                    int ratings = row.get(2, Integer.class);
                    return new TeamRating(
                            row.get(0, UUID.class), (double) row.get(1, Integer.class) / ratings, ratings);
                })
                .collect(toMap(TeamRating::team, rating -> rating));
    }

    private void write(String statement, UUID team, int points) {
        session.createNativeMutationQuery(statement)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", Ids.centerOf(team))
                .setParameter("team", team)
                .setParameter("points", points)
                .executeUpdate();
    }
}
