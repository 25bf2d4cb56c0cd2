package org.diandan.matching;

import static org.hibernate.query.QueryFlushMode.NO_FLUSH;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diandan.shared.Ids;
import org.hibernate.Session;

/** How teams answer when they are asked: counters that a score reads by key. */
@ApplicationScoped
class Responses {

    private static final String COUNT = """
            insert into team_response (center, team_id, asked, accepted) values (:center, :team, 1, :accepted)
            on conflict (center, team_id) do update
            set asked = team_response.asked + 1, accepted = team_response.accepted + excluded.accepted""";

    private static final String OF_TEAMS =
            "select team_id, asked, accepted from team_response where center = :center and team_id in :teams";

    private final Session session;

    Responses(Session session) {
        this.session = session;
    }

    /** How often a team was asked and accepted in time. */
    record Response(UUID team, int asked, int accepted) {}

    /** Counts an answer, or that none came in time. A question that was taken back counts for nothing. */
    void count(UUID team, boolean accepted) {
        session.createNativeMutationQuery(COUNT)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", Ids.centerOf(team))
                .setParameter("team", team)
                .setParameter("accepted", accepted ? 1 : 0)
                .executeUpdate();
    }

    /** By team; one that was never asked is absent. */
    Map<UUID, Response> of(String center, Collection<UUID> teams) {
        return session.createNativeQuery(OF_TEAMS, Tuple.class)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", center)
                .setParameter("teams", teams)
                .getResultStream()
                .map(row -> new Response(row.get(0, UUID.class), row.get(1, Integer.class), row.get(2, Integer.class)))
                .collect(Collectors.toMap(Response::team, response -> response));
    }
}
