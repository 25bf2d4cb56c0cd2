package org.diandan.matching;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.diandan.shared.Ids;
import org.diandan.shared.TimeWindow;

/**
 * Many who want the same places of a team at once. The statement that takes a place runs as it is in {@link Capacities},
 * and, to see that it is its condition that counts, once more without it on a table that has no check of its own.
 */
final class Rush {

    static final int THREADS = 16;
    static final int WANTED = 3_200;
    static final int PLACES = 1_000;

    private static final int SLOTS = 20;
    private static final String CENTER = "210102";
    private static final Pattern CONDITION = Pattern.compile("\\s+where team_capacity\\.used < excluded\\.capacity");
    private static final Pattern NAMED = Pattern.compile("(?<!:):[a-z]+");

    private final String table;
    private final UUID team = new Ids(Clock.systemUTC(), new Random()).of(CENTER);

    private Rush(String table) {
        this.table = table;
    }

    /** One of those who want places. */
    private interface Wanting extends AutoCloseable {
        boolean take(UUID team, LocalDate on) throws SQLException;

        @Override
        default void close() throws SQLException {}
    }

    /**
     * What came of it.
     *
     * @param got how many were told that they have a place
     * @param held how many places are held
     * @param refused how many the table's own check kept out
     */
    record Outcome(int got, int held, int refused) {

        boolean isOverBooked() {
            return got > PLACES || held > PLACES;
        }
    }

    /** As the program does it, each place in a transaction of its own. */
    static Outcome guarded(Capacities capacities) throws Exception {
        var time = new TimeWindow(Instant.parse("2027-01-04T01:00:00Z"), Instant.parse("2027-01-04T04:00:00Z"));
        return new Rush("team_capacity")
                .run(() -> (team, on) -> QuarkusTransaction.requiringNew()
                        .call(() -> capacities.take(team, new Opening(on, 1, time, PLACES / SLOTS))));
    }

    /** The same without the condition: the check of the table is left. */
    static Outcome withoutCondition() throws Exception {
        return new Rush("team_capacity").run(() -> new Statement(unconditional()));
    }

    /** The same without condition and without check: nothing is left. */
    static Outcome withoutAnything() throws Exception {
        String copy = "unchecked_capacity";
        try (Connection owner = Province.owner()) {
            owner.createStatement()
                    .execute("create table " + copy
                            + " (like team_capacity, primary key (center, team_id, on_date, slot))");
            Outcome outcome =
                    new Rush(copy).run(() -> new Statement(unconditional().replace("team_capacity", copy)));
            owner.createStatement().execute("drop table " + copy);
            return outcome;
        }
    }

    private static String unconditional() {
        String without = CONDITION.matcher(Capacities.TAKE).replaceAll("");
        if (without.equals(Capacities.TAKE)) {
            throw new IllegalStateException("The statement has no such condition any more");
        }
        return without;
    }

    private Outcome run(Callable<Wanting> somebody) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            var start = new CyclicBarrier(THREADS);
            List<Callable<Outcome>> rush = Collections.nCopies(THREADS, () -> want(somebody, start));
            int got = 0;
            int refused = 0;
            for (Future<Outcome> each : threads.invokeAll(rush)) {
                got += each.get().got();
                refused += each.get().refused();
            }
            return new Outcome(got, held(), refused);
        } finally {
            threads.shutdown();
        }
    }

    private Outcome want(Callable<Wanting> somebody, CyclicBarrier start) throws Exception {
        int got = 0;
        int refused = 0;
        try (Wanting wanting = somebody.call()) {
            start.await();
            for (int i = 0; i < WANTED / THREADS; i++) {
                try {
                    got += wanting.take(team, LocalDate.of(2027, 1, 4).plusDays(i % SLOTS)) ? 1 : 0;
                } catch (SQLException check) {
                    refused++;
                }
            }
        }
        return new Outcome(got, 0, refused);
    }

    /** A statement that takes a place, on a connection of its own. */
    private static final class Statement implements Wanting {

        private final Connection connection = Province.owner();
        private final PreparedStatement statement;

        Statement(String take) throws SQLException {
            statement = connection.prepareStatement(NAMED.matcher(take).replaceAll("?"));
        }

        @Override
        public boolean take(UUID team, LocalDate on) throws SQLException {
            statement.setString(1, CENTER);
            statement.setObject(2, team);
            statement.setObject(3, on);
            statement.setInt(4, 1);
            statement.setInt(5, PLACES / SLOTS);
            return statement.executeUpdate() == 1;
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private int held() throws SQLException {
        try (Connection owner = Province.owner();
                PreparedStatement statement =
                        owner.prepareStatement("select sum(used) from " + table + " where team_id = ?")) {
            statement.setObject(1, team);
            ResultSet row = statement.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }
}
