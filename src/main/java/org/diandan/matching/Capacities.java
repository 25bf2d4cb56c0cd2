package org.diandan.matching;

import static org.hibernate.query.QueryFlushMode.NO_FLUSH;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.diandan.shared.Ids;
import org.hibernate.Session;

/**
 * The places that teams hold per slot and day. Only the database says whether one is free: what was read before may be
 * stale, the guarded update never is.
 */
@ApplicationScoped
class Capacities {

    /** The slot may have been made larger or smaller since its row was made: what holds is what the team offers now. */
    static final String TAKE = """
            insert into team_capacity (center, team_id, on_date, slot, capacity, used)
            values (:center, :team, :on, :slot, :capacity, 1)
            on conflict (center, team_id, on_date, slot) do update
            set used = team_capacity.used + 1, capacity = excluded.capacity
            where team_capacity.used < excluded.capacity""";

    private static final String GIVE_BACK = """
            update team_capacity set used = used - 1
            where center = :center and team_id = :team and on_date = :on and slot = :slot""";

    private static final String USED = """
            select team_id, on_date, slot, used from team_capacity
            where center = :center and team_id in :teams and on_date between :first and :last and used > 0""";

    private final Session session;

    Capacities(Session session) {
        this.session = session;
    }

    /** Takes a place, if there still is one. */
    boolean take(UUID team, Opening opening) {
        return session.createNativeMutationQuery(TAKE)
                        .setQueryFlushMode(NO_FLUSH)
                        .setParameter("center", Ids.centerOf(team))
                        .setParameter("team", team)
                        .setParameter("on", opening.on())
                        .setParameter("slot", opening.slot())
                        .setParameter("capacity", opening.capacity())
                        .executeUpdate()
                == 1;
    }

    /** Gives back the place of a routing that is no longer live. To be called once, at its exit. */
    void giveBack(Routing routing) {
        int rows = session.createNativeMutationQuery(GIVE_BACK)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", routing.center())
                .setParameter("team", routing.team())
                .setParameter("on", routing.place().on())
                .setParameter("slot", routing.place().slot())
                .executeUpdate();
        if (rows != 1) {
            throw new IllegalStateException("No place was held for the routing " + routing.id());
        }
    }

    /** How many places of these teams of a center are held, by team; nothing for what nobody holds. */
    Map<UUID, Map<Slots.Key, Integer>> used(String center, Collection<UUID> teams, LocalDate first, LocalDate last) {
        var used = new HashMap<UUID, Map<Slots.Key, Integer>>();
        session.createNativeQuery(USED, Tuple.class)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", center)
                .setParameter("teams", teams)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultStream()
                .forEach(row -> used.computeIfAbsent(row.get(0, UUID.class), team -> new HashMap<>())
                        .put(
                                new Slots.Key(row.get(1, LocalDate.class), row.get(2, Integer.class)),
                                row.get(3, Integer.class)));
        return used;
    }
}
