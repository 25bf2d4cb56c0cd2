package org.diandan.keys;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.diandan.keys.KeySet.Kind;
import org.diandan.keys.KeySet.Known;

/** Changes the key set of an installation, in its file and in what it has sealed. Whatever was broken off goes on. */
final class Rotation {

    /** What is told to the person at the terminal. */
    interface Talk {

        /** Says the text of this key. */
        void say(String key, Object... arguments);
    }

    private final DataSource database;
    private final KeyFile file;
    private final Talk talk;
    private final Clock clock;

    Rotation(DataSource database, KeyFile file, Talk talk, Clock clock) {
        this.database = database;
        this.file = file;
        this.talk = talk;
        this.clock = clock;
    }

    /** Adds a key that opens and does not seal yet. */
    void add() throws SQLException {
        Known added = newest(added(file.read()));
        talk.say("command.added", added.id(), file.path());
    }

    /**
     * Seals anew with the newest key, with a new one where the newest seals already and nothing is left to do.
     *
     * @param millisToNotice how long until no instance seals with the key of before
     */
    void rotate(long millisToNotice) throws SQLException, InterruptedException {
        KeySet set = file.read();
        if (newest(set).isPrimary() && !isUnfinished(set)) {
            set = added(set);
        }
        if (!newest(set).isPrimary()) {
            set = set.led(Kind.SEALING, newest(set).id());
            file.write(set);
        }
        talk.say("command.rotating", set.primary(Kind.SEALING));
        var resealing = new Resealing(database, set);
        long done = resealing.seal(this::tell);
        Thread.sleep(millisToNotice);
        // What an instance sealed before it noticed.
        done += resealing.seal(this::tell);
        talk.say("command.rotated", done);
        for (Known key : others(set)) {
            long left = resealing.sealedWith(key.id());
            talk.say(left == 0 ? "command.can-go" : "command.still-used", key.id(), left);
        }
    }

    /** Throws a key away that seals nothing and has sealed nothing of what is there; answers whether it did. */
    boolean remove(long id) throws SQLException {
        KeySet set = file.read();
        if (others(set).stream().noneMatch(key -> key.id() == id)) {
            talk.say("command.not-removable", id);
            return false;
        }
        long left = new Resealing(database, set).sealedWith(id);
        if (left > 0) {
            talk.say("command.still-used", id, left);
            return false;
        }
        try (Connection connection = database.getConnection()) {
            new Registration(connection).forget(Kind.SEALING, id);
        }
        file.write(set.without(Kind.SEALING, id));
        talk.say("command.removed", id, file.path());
        return true;
    }

    /** Makes all marks anew under a new key; answers whether it did, which it does not while somebody serves. */
    boolean rotateMarks() throws SQLException {
        if (somebodyServes()) {
            return false;
        }
        try (Connection connection = database.getConnection()) {
            var registration = new Registration(connection);
            KeySet set = file.read();
            if (registration.registered(Kind.MARKS).equals(List.of(set.primary(Kind.MARKS)))) {
                set = set.with(Kind.MARKS);
                List<Known> keys = set.keys(Kind.MARKS);
                set = set.led(Kind.MARKS, keys.get(keys.size() - 1).id());
                file.write(set);
            }
            for (Known key : set.keys(Kind.MARKS)) {
                registration.register(key, clock.instant());
            }
            new Resealing(database, set).mark(this::tell);
            for (Known key : set.keys(Kind.MARKS)) {
                if (!key.isPrimary()) {
                    registration.forget(Kind.MARKS, key.id());
                    set = set.without(Kind.MARKS, key.id());
                }
            }
            file.write(set);
            talk.say("command.marks-rotated", set.primary(Kind.MARKS), file.path());
        }
        return true;
    }

    /** Gives up what no key of the set opens, and registers the set in place of what was; not while somebody serves. */
    boolean forget() throws SQLException {
        if (somebodyServes()) {
            return false;
        }
        KeySet set = file.read();
        long forgotten = new Resealing(database, set).forget(this::tell);
        try (Connection connection = database.getConnection()) {
            new Registration(connection).replace(set, clock.instant());
        }
        talk.say("command.forgotten", forgotten);
        return true;
    }

    private KeySet added(KeySet set) throws SQLException {
        KeySet more = set.with(Kind.SEALING);
        file.write(more);
        try (Connection connection = database.getConnection()) {
            new Registration(connection).register(newest(more), clock.instant());
        }
        return more;
    }

    private boolean isUnfinished(KeySet set) throws SQLException {
        for (Known key : others(set)) {
            if (new Resealing(database, set).sealedWith(key.id()) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The program's connections carry its name. */
    private boolean somebodyServes() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement("select exists (select from pg_stat_activity"
                        + " where datname = current_database() and application_name in ('diandan', 'diandan-apart'))");
                ResultSet answer = statement.executeQuery()) {
            boolean serves = answer.next() && answer.getBoolean(1);
            if (serves) {
                talk.say("command.stop-first");
            }
            return serves;
        }
    }

    private static List<Known> others(KeySet set) {
        return set.keys(Kind.SEALING).stream().filter(key -> !key.isPrimary()).toList();
    }

    private static Known newest(KeySet set) {
        List<Known> keys = set.keys(Kind.SEALING);
        return keys.get(keys.size() - 1);
    }

    private void tell(String column, long rows) {
        talk.say("command.progress", column, rows);
    }
}
