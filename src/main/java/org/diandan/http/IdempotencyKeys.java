package org.diandan.http;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.diandan.keys.Keys;
import org.diandan.keys.SealedColumn;
import org.diandan.shared.LastWrites;
import org.diandan.shared.Opening;
import org.diandan.shared.Wall;
import org.jspecify.annotations.Nullable;

/**
 * The answers that were given, by the caller's key. Two statements for each request, both in its transaction: one that
 * claims the key and finds the answer, one that writes it.
 */
@ApplicationScoped
class IdempotencyKeys {

    private static final int PRUNED_AT_ONCE = 5_000;

    /** A key that has its answer needs no lock, so replays do not wait for each other. */
    private static final String CLAIM = """
            select k.request, k.status, k.path, k.version, k.body,
                   case when k.key is null then pg_try_advisory_xact_lock(?) end as granted
              from (values (1)) as one
              left join idempotency_key k
                on k.center = ? and k.account = ? and k.operation = ? and k.key = ?""";

    private static final String STORE = """
            insert into idempotency_key
              (center, account, operation, key, request, status, path, version, body, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final DataSource database;
    private final LastWrites writes;
    private final Keys keys;
    private final Clock clock;
    private final HttpConfig config;
    private final Wall wall;

    IdempotencyKeys(DataSource database, LastWrites writes, Keys keys, Clock clock, HttpConfig config, Wall wall) {
        this.wall = wall;
        this.database = database;
        this.writes = writes;
        this.keys = keys;
        this.clock = clock;
        this.config = config;
    }

    /** Whose key it is and what it is for. */
    record Owner(String center, UUID account, String operation, String key) {

        /** One lock for each key; two keys that share a number merely wait for each other. */
        long lock() {
            String name = center + account + operation + '\n' + key;
            return ByteBuffer.wrap(Reply.sha256(name)).getLong();
        }
    }

    /** An answer, and the hash of the request that it was given to. */
    record Stored(String request, Reply reply) {}

    /** The answer that is there; if there is none, whether the key is claimed until this transaction ends. */
    record Claim(@Nullable Stored stored, boolean granted) {}

    /** How long to wait for a twin. */
    Duration patience() {
        return config.idempotency().patience();
    }

    /** The first statement of its transaction, which the setting of the wall travels with. */
    Claim claim(Owner owner) throws SQLException {
        boolean first = wall.first();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(first ? Wall.before(CLAIM) : CLAIM)) {
            int places = 0;
            if (first) {
                wall.bind(statement);
                places = Wall.PLACES;
            }
            statement.setLong(places + 1, owner.lock());
            setOwner(statement, places + 2, owner);
            statement.execute();
            if (first) {
                statement.getMoreResults();
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                String request = row.getString("request");
                if (request == null) {
                    return new Claim(null, row.getBoolean("granted"));
                }
                var reply = new Reply(
                        row.getInt("status"),
                        row.getString("path"),
                        row.getInt("version"),
                        opened(row.getBytes("body")));
                return new Claim(new Stored(request, reply), false);
            }
        }
    }

    /** Keeps the answer, and sends with it whatever the transaction has left for its end. */
    void store(Owner owner, String request, Reply reply) {
        writes.add(
                STORE,
                owner.center(),
                owner.account(),
                owner.operation(),
                owner.key(),
                request,
                reply.status(),
                reply.path(),
                reply.version(),
                sealed(reply.body()),
                clock.instant());
        writes.send();
    }

    @Scheduled(
            every = "{diandan.http.idempotency.prune-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void prune() {
        Instant before = clock.instant().minus(config.idempotency().retention());
        for (String center : wall.everywhere(
                Opening.KEYS, () -> QuarkusTransaction.requiringNew().call(() -> centers(before)))) {
            while (wall.in(Opening.KEYS, center, () -> QuarkusTransaction.requiringNew()
                            .call(() -> prune(center, before)))
                    == PRUNED_AT_ONCE) {
                // In portions, so that none holds its locks for long.
            }
        }
    }

    private List<String> centers(Instant before) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select distinct center from idempotency_key where created_at < ?")) {
            statement.setObject(1, utc(before));
            List<String> centers = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    centers.add(row.getString(1));
                }
            }
            return centers;
        }
    }

    private int prune(String center, Instant before) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        delete from idempotency_key k
                         using (select account, operation, key from idempotency_key
                                 where center = ? and created_at < ? limit ? for update skip locked) old
                         where k.center = ? and k.account = old.account
                           and k.operation = old.operation and k.key = old.key""")) {
            statement.setString(1, center);
            statement.setObject(2, utc(before));
            statement.setInt(3, PRUNED_AT_ONCE);
            statement.setString(4, center);
            return statement.executeUpdate();
        }
    }

    /** An answer may show whatever its caller may see. */
    private byte @Nullable [] sealed(@Nullable String body) {
        return body == null ? null : keys.seal(SealedColumn.IDEMPOTENCY_KEY_BODY, body);
    }

    private @Nullable String opened(byte @Nullable [] body) {
        return body == null ? null : keys.open(SealedColumn.IDEMPOTENCY_KEY_BODY, body);
    }

    private static void setOwner(PreparedStatement statement, int first, Owner owner) throws SQLException {
        statement.setString(first, owner.center());
        statement.setObject(first + 1, owner.account());
        statement.setString(first + 2, owner.operation());
        statement.setString(first + 3, owner.key());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
