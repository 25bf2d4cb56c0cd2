package org.diandan.keys;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Goes once through the rows of a table that are not yet as they should be, by center and key, some in a transaction: what
 * was done stays done when the program is killed, and is passed over by the next walk.
 *
 * @param key the columns that name a row after its center, as SQL lists them
 * @param reads what of a row is read
 * @param where which rows are still to be done, with a question mark for each of {@code given}
 * @param sets what is written, with a question mark for each value that {@code renewal} answers
 */
record Walk(String table, String key, String reads, String where, List<Object> given, String sets, Renewal renewal) {

    private static final int AT_ONCE = 500;
    private static final String DUPLICATE = "23505";

    /** What becomes of a row. */
    interface Renewal {

        /**
         * The values that are written.
         *
         * @param read as the driver gave it
         * @param marked whether with the mark; without it where another row has the same already
         */
        List<@Nullable Object> of(@Nullable Object read, boolean marked);
    }

    private record Row(List<Object> key, @Nullable Object read) {}

    /** Walks; tells after each batch how many rows were done in all, and answers that at the end. */
    long through(DataSource database, LongConsumer progress) throws SQLException {
        long done = 0;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (String center = next(connection, ""); center != null; center = next(connection, center)) {
                List<Object> last = List.of();
                for (List<Row> rows = read(connection, center, last);
                        !rows.isEmpty();
                        rows = read(connection, center, last)) {
                    write(connection, center, rows);
                    done += rows.size();
                    progress.accept(done);
                    last = rows.get(rows.size() - 1).key();
                }
                connection.commit();
            }
        }
        return done;
    }

    private @Nullable String next(Connection connection, String after) throws SQLException {
        try (var statement = connection.prepareStatement("select min(center) from " + table + " where center > ?")) {
            statement.setString(1, after);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() ? answer.getString(1) : null;
            }
        }
    }

    private List<Row> read(Connection connection, String center, List<Object> after) throws SQLException {
        String beyond = after.isEmpty() ? "" : "and (%s) > (%s) ".formatted(key, marks());
        String sql = "select %s, %s from %s where center = ? %sand %s order by %s limit %d for update"
                .formatted(key, reads, table, beyond, where, key, AT_ONCE);
        try (var statement = connection.prepareStatement(sql)) {
            set(statement, List.of(center), after, given);
            var rows = new ArrayList<Row>();
            try (ResultSet answer = statement.executeQuery()) {
                while (answer.next()) {
                    var named = new ArrayList<Object>();
                    for (int i = 1; i <= columns(); i++) {
                        named.add(answer.getObject(i));
                    }
                    rows.add(new Row(named, answer.getObject(columns() + 1)));
                }
            }
            return rows;
        }
    }

    /** All in one transaction; where one of them has a number that is there already, each in one of its own. */
    private void write(Connection connection, String center, List<Row> rows) throws SQLException {
        try {
            update(connection, center, rows, true);
        } catch (SQLException e) {
            connection.rollback();
            if (!DUPLICATE.equals(e.getSQLState())) {
                throw e;
            }
            for (Row row : rows) {
                writeOne(connection, center, List.of(row));
            }
        }
    }

    private void writeOne(Connection connection, String center, List<Row> row) throws SQLException {
        try {
            update(connection, center, row, true);
        } catch (SQLException e) {
            connection.rollback();
            if (!DUPLICATE.equals(e.getSQLState())) {
                throw e;
            }
            update(connection, center, row, false);
        }
    }

    private void update(Connection connection, String center, List<Row> rows, boolean marked) throws SQLException {
        String sql =
                "update %s set %s where center = ? and (%s) = (%s) and %s".formatted(table, sets, key, marks(), where);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Row row : rows) {
                set(statement, renewal.of(row.read(), marked), List.of(center), row.key(), given);
                statement.addBatch();
            }
            statement.executeBatch();
            connection.commit();
        }
    }

    private int columns() {
        return key.split(",").length;
    }

    private String marks() {
        return String.join(", ", Collections.nCopies(columns(), "?"));
    }

    @SafeVarargs
    private static void set(PreparedStatement statement, List<? extends @Nullable Object>... values)
            throws SQLException {
        int i = 1;
        for (List<? extends @Nullable Object> some : values) {
            for (Object value : some) {
                statement.setObject(i++, value);
            }
        }
    }
}
