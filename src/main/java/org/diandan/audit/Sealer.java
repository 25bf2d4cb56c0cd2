package org.diandan.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diandan.shared.Opening;
import org.diandan.shared.Rest;
import org.diandan.shared.Wall;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Chains what was written since the last time, one Center in a transaction of its own, on as many instances as there are:
 * a Center that one of them seals is passed over by the others. Whoever writes does not wait for it.
 */
@ApplicationScoped
class Sealer {

    private static final Logger LOG = Logger.getLogger(Sealer.class);

    /** What a seal covers at most, so that it is soon made. */
    static final int MOST = 5_000;

    /** Jumps from center to center along the key. */
    private static final String CENTERS = """
            with recursive known as (
                (select center from audit_unsealed order by center limit 1)
                union all
                select (select center from audit_unsealed where center > known.center order by center limit 1)
                from known where known.center is not null)
            select center from known where center is not null""";

    /** A lock of this program's audit, for one Center; it ends with the transaction. */
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('audit_seal'), cast(? as integer))";

    private static final String TAKE = """
            delete from audit_unsealed where center = ? and id in (
                select id from audit_unsealed where center = ? order by id limit ?)
            returning id""";

    private static final String ENTRIES =
            "select " + Entry.COLUMNS + " from audit_entry where center = ? and id = any(?) order by id";

    private static final String LAST =
            "select " + Seal.COLUMNS + " from audit_seal where center = ? order by number desc limit 1";

    private static final String SEAL = "insert into audit_seal (" + Seal.COLUMNS + ") values (?, ?, ?, ?, ?, ?)";

    private final Session session;
    private final Wall wall;
    private final Clock clock;

    Sealer(Session session, Wall wall, Clock clock) {
        this.session = session;
        this.wall = wall;
        this.clock = clock;
    }

    @Scheduled(
            every = "${diandan.audit.seal-every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Rest.class)
    void tick() {
        try {
            seal();
        } catch (RuntimeException failure) {
            LOG.warnf("The audit is sealed at the next turn: %s", failure);
        }
    }

    /** Seals all that waits; returns how many seals were made. */
    int seal() {
        int seals = 0;
        for (String center : wall.everywhere(Opening.SEALS, () -> QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeQuery(CENTERS, String.class).getResultList()))) {
            int taken;
            do {
                taken = wall.in(Opening.SEALS, center, () -> QuarkusTransaction.requiringNew()
                        .call(() -> session.doReturningWork(connection -> seal(connection, center))));
                seals += taken > 0 ? 1 : 0;
            } while (taken == MOST);
        }
        return seals;
    }

    /** Makes one seal; returns how many entries it covers, none while another instance seals this Center. */
    private int seal(Connection connection, String center) throws SQLException {
        if (!isMine(connection, center)) {
            return 0;
        }
        List<Entry> entries = entries(connection, center, take(connection, center));
        if (entries.isEmpty()) {
            return 0;
        }
        try (var last = connection.prepareStatement(LAST)) {
            last.setString(1, center);
            try (ResultSet row = last.executeQuery()) {
                boolean any = row.next();
                long number = any ? row.getLong("number") + 1 : 1;
                String previous = any ? row.getString("hash") : Seal.NOTHING;
                keep(connection, Seal.of(center, number, clock.instant(), entries, previous));
            }
        }
        return entries.size();
    }

    private static boolean isMine(Connection connection, String center) throws SQLException {
        try (var lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, center);
            try (ResultSet answer = lock.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static UUID[] take(Connection connection, String center) throws SQLException {
        try (var take = connection.prepareStatement(TAKE)) {
            take.setString(1, center);
            take.setString(2, center);
            take.setInt(3, MOST);
            List<UUID> taken = new ArrayList<>();
            try (ResultSet rows = take.executeQuery()) {
                while (rows.next()) {
                    taken.add(rows.getObject(1, UUID.class));
                }
            }
            return taken.toArray(UUID[]::new);
        }
    }

    private static List<Entry> entries(Connection connection, String center, UUID[] ids) throws SQLException {
        try (var read = connection.prepareStatement(ENTRIES)) {
            read.setString(1, center);
            read.setArray(2, connection.createArrayOf("uuid", ids));
            List<Entry> entries = new ArrayList<>();
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    entries.add(Entry.read(rows));
                }
            }
            return entries;
        }
    }

    private static void keep(Connection connection, Seal seal) throws SQLException {
        try (var insert = connection.prepareStatement(SEAL)) {
            insert.setString(1, seal.center());
            insert.setLong(2, seal.number());
            insert.setObject(3, seal.sealedAt().atOffset(ZoneOffset.UTC));
            insert.setArray(4, connection.createArrayOf("uuid", seal.entries().toArray()));
            insert.setString(5, seal.previous());
            insert.setString(6, seal.hash());
            insert.executeUpdate();
        }
    }
}
