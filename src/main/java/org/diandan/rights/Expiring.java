package org.diandan.rights;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diandan.shared.Opening;
import org.diandan.shared.Wall;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Lets go of what has been kept long enough, Center by Center in small portions, on as many instances as there are: rows
 * that one of them holds are passed over by the others. What a look costs depends on what is due, not on what is there.
 */
@ApplicationScoped
class Expiring {

    private static final Logger LOG = Logger.getLogger(Expiring.class);

    /** Rows of a transaction: none holds its locks for long. */
    static final int AT_ONCE = 200;

    /** Jumps from center to center along the index. */
    private static final String CENTERS = """
            with recursive known as (
                (select center from %1$s where %2$s order by center limit 1)
                union all
                select (select center from %1$s where center > known.center and (%2$s) order by center limit 1)
                from known where known.center is not null)
            select center from known where center is not null""";

    static final String DUE =
            "select id from %1$s where center = :center and (%2$s) limit " + AT_ONCE + " for update skip locked";

    private final Belongings belongings;
    private final RightsConfig config;
    private final Wall wall;
    private final Session session;
    private final Clock clock;

    Expiring(Belongings belongings, RightsConfig config, Wall wall, Session session, Clock clock) {
        this.belongings = belongings;
        this.config = config;
        this.wall = wall;
        this.session = session;
        this.clock = clock;
    }

    @Scheduled(every = "{diandan.rights.expire-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        try {
            expire();
        } catch (RuntimeException failure) {
            LOG.warnf("What is due to go waits for the next turn: %s", failure);
        }
    }

    /** Lets go of all that is due; returns of how many rows. */
    int expire() {
        int gone = 0;
        for (Expiry expiry : belongings.expiries()) {
            Instant before = clock.instant().minus(expiry.period().in(config.keep()));
            for (String center : wall.everywhere(
                    Opening.EXPIRY, () -> QuarkusTransaction.requiringNew().call(() -> centers(expiry, before)))) {
                int portion;
                do {
                    portion = wall.in(Opening.EXPIRY, center, () -> QuarkusTransaction.requiringNew()
                            .call(() -> expire(expiry, center, before)));
                    gone += portion;
                } while (portion == AT_ONCE);
            }
        }
        return gone;
    }

    private List<String> centers(Expiry expiry, Instant before) {
        return session.createNativeQuery(CENTERS.formatted(expiry.table(), expiry.due()), String.class)
                .setParameter("before", before)
                .getResultList();
    }

    private int expire(Expiry expiry, String center, Instant before) {
        List<UUID> due = session.createNativeQuery(DUE.formatted(expiry.table(), expiry.due()), UUID.class)
                .setParameter("center", center)
                .setParameter("before", before)
                .getResultList();
        if (!due.isEmpty()) {
            expiry.parts().forEach(part -> change(part.table(), part.of(), part.blanks(), center, due));
            change(expiry.table(), "id", expiry.blanks(), center, due);
        }
        return due.size();
    }

    private void change(String table, String of, Map<String, String> blanks, String center, List<UUID> ids) {
        String change = blanks.isEmpty()
                ? "delete from " + table
                : "update " + table + " set "
                        + blanks.entrySet().stream()
                                .map(blank -> blank.getKey() + " = " + blank.getValue())
                                .collect(Collectors.joining(", "));
        session.createNativeMutationQuery(change + " where center = :center and " + of + " = any(:ids)")
                .setParameter("center", center)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .executeUpdate();
    }
}
