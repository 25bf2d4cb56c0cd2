package org.diandan.keys;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diandan.keys.KeySet.Kind;
import org.diandan.keys.KeySet.Known;
import org.diandan.shared.Ids;

/** The keys that the database knows by their fingerprints: whoever works on it must have all of them. */
final class Registration {

    /** Not of anything in the database: the number of the lock that whoever compares takes, as audit has others. */
    private static final long LOCK = 0x6b657973;

    private final Connection connection;

    Registration(Connection connection) {
        this.connection = connection;
    }

    /** What keeps an instance from working, by the name of the text that says what to do. */
    enum Obstacle {
        /** Keys are registered that it does not have. */
        ANOTHER,
        /** A walk that makes marks anew was not ended. */
        MARKS_UNFINISHED
    }

    /** Compares in a transaction of its own, and registers what nobody has registered yet. */
    Optional<Obstacle> compare(KeySet own, Instant now) throws SQLException {
        return inTransaction(() -> compared(own, now));
    }

    /** Registers these keys in place of all that are registered. */
    void replace(KeySet own, Instant now) throws SQLException {
        inTransaction(() -> {
            execute("delete from sealing_key where center = ?", Ids.INSTALLATION);
            return compared(own, now);
        });
    }

    private interface Work<T> {
        T done() throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            lock();
            T result = work.done();
            connection.commit();
            return result;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private Optional<Obstacle> compared(KeySet own, Instant now) throws SQLException {
        List<String> registered = fingerprints();
        List<String> held = own.keys().stream().map(Known::fingerprint).toList();
        if (!held.containsAll(registered)) {
            return Optional.of(Obstacle.ANOTHER);
        }
        List<Long> marks = registered(Kind.MARKS);
        if (marks.size() > 1 || (marks.size() == 1 && own.primary(Kind.MARKS) != marks.get(0))) {
            return Optional.of(Obstacle.MARKS_UNFINISHED);
        }
        for (Known key : own.keys()) {
            if (key.kind() == Kind.SEALING || (marks.isEmpty() && key.isPrimary())) {
                register(key, now);
            }
        }
        return Optional.empty();
    }

    void register(Known key, Instant now) throws SQLException {
        execute(
                "insert into sealing_key (center, kind, id, fingerprint, registered_at) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                Ids.INSTALLATION,
                key.kind().name(),
                key.id(),
                key.fingerprint(),
                now.atOffset(ZoneOffset.UTC));
    }

    void forget(Kind kind, long id) throws SQLException {
        execute("delete from sealing_key where center = ? and kind = ? and id = ?", Ids.INSTALLATION, kind.name(), id);
    }

    /** The ids of the keys of this kind that are registered. */
    List<Long> registered(Kind kind) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select id from sealing_key where center = ? and kind = ? order by registered_at, id")) {
            statement.setString(1, Ids.INSTALLATION);
            statement.setString(2, kind.name());
            var ids = new ArrayList<Long>();
            try (ResultSet answer = statement.executeQuery()) {
                while (answer.next()) {
                    ids.add(answer.getLong(1));
                }
            }
            return ids;
        }
    }

    private List<String> fingerprints() throws SQLException {
        try (var statement = connection.prepareStatement("select fingerprint from sealing_key where center = ?")) {
            statement.setString(1, Ids.INSTALLATION);
            var all = new ArrayList<String>();
            try (ResultSet answer = statement.executeQuery()) {
                while (answer.next()) {
                    all.add(answer.getString(1));
                }
            }
            return all;
        }
    }

    private void lock() throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
