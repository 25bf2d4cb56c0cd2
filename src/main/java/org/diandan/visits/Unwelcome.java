package org.diandan.visits;

import static org.hibernate.query.QueryFlushMode.NO_FLUSH;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.diandan.shared.Ids;
import org.hibernate.Session;
import org.hibernate.query.CommonQueryContract;

/** Whom residents do not want to come again. Nobody asks them why; the volunteer is not told who said it. */
@ApplicationScoped
class Unwelcome {

    private static final String ADD = """
            insert into unwelcome (center, resident, volunteer, said_by, said_at)
            values (:center, :resident, :volunteer, :by, :now) on conflict do nothing""";

    private static final String REMOVE =
            "delete from unwelcome where center = :center and resident = :resident and volunteer = :volunteer";

    private static final String OF = "select volunteer from unwelcome where center = :center and resident = :resident";

    private final Session session;
    private final Clock clock;

    Unwelcome(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    void add(UUID resident, UUID volunteer, UUID saidBy) {
        withResident(session.createNativeMutationQuery(ADD), resident)
                .setParameter("volunteer", volunteer)
                .setParameter("by", saidBy)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    void remove(UUID resident, UUID volunteer) {
        withResident(session.createNativeMutationQuery(REMOVE), resident)
                .setParameter("volunteer", volunteer)
                .executeUpdate();
    }

    Set<UUID> of(UUID resident) {
        return Set.copyOf(withResident(session.createNativeQuery(OF, UUID.class), resident)
                .getResultList());
    }

    /** No entity has a row in this table, so that there is nothing to flush before it is read or written. */
    private static <Q extends CommonQueryContract> Q withResident(Q query, UUID resident) {
        query.setQueryFlushMode(NO_FLUSH)
                .setParameter("center", Ids.centerOf(resident))
                .setParameter("resident", resident);
        return query;
    }
}
