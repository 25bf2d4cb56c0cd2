package org.diandan.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.diandan.shared.Ids;
import org.diandan.shared.Opening;
import org.diandan.shared.Wall;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/** Removes events that are old and that nobody waits for any more; dead letters stay. */
@ApplicationScoped
class Pruning {

    private static final Logger LOG = Logger.getLogger(Pruning.class);
    private static final int BATCH = 1000;

    private static final String CENTERS = """
            with recursive known as (
                (select center from outbox_event order by center limit 1)
                union all
                select (select center from outbox_event where center > known.center order by center limit 1)
                from known where known.center is not null)
            select center from known where center is not null""";

    /** The id of an event begins with its time, so that the key finds the old ones. */
    private static final String PRUNE = """
            delete from outbox_event where center = :center and id in (
                select id from outbox_event event
                where center = :center and id < :before and not exists (
                    select from outbox_delivery where center = event.center and event = event.id)
                order by id limit :batch)""";

    private final Session session;
    private final Wall wall;
    private final Clock clock;
    private final OutboxConfig config;

    Pruning(Session session, Wall wall, Clock clock, OutboxConfig config) {
        this.session = session;
        this.wall = wall;
        this.clock = clock;
        this.config = config;
    }

    @Scheduled(every = "${diandan.outbox.prune-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        try {
            prune();
        } catch (RuntimeException failure) {
            LOG.warnf("Old events are removed at the next turn: %s", failure);
        }
    }

    /** Removes what is old, in small steps; returns how many events. */
    int prune() {
        UUID before = Ids.firstOf(clock.instant().minus(config.keep()));
        int removed = 0;
        for (String center : wall.everywhere(Opening.NEWS, () -> QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeQuery(CENTERS, String.class).getResultList()))) {
            int batch;
            do {
                batch = wall.in(Opening.NEWS, center, () -> QuarkusTransaction.requiringNew()
                        .call(() -> prune(center, before)));
                removed += batch;
            } while (batch == BATCH);
        }
        return removed;
    }

    private int prune(String center, UUID before) {
        return session.createNativeMutationQuery(PRUNE)
                .setParameter("center", center)
                .setParameter("before", before)
                .setParameter("batch", BATCH)
                .executeUpdate();
    }
}
