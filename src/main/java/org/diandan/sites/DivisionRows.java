package org.diandan.sites;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.diandan.shared.Area;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Writes the table {@code division}: whole files in a handful of statements. */
@ApplicationScoped
class DivisionRows {

    /** Few enough that a statement ends well within the time that one may take. */
    private static final int AT_ONCE = 5_000;

    private static final String FILE = """
            create temporary table if not exists division_file (
              code varchar(12) collate "C" primary key, name varchar(60) collate "C", level varchar(10), parent varchar(9),
              line integer
            ) on commit drop""";

    private static final String FILL =
            "insert into division_file select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int[])";

    private static final String CORRECT_TODAYS = """
            update division d set name = f.name from division_file f
            where d.code = f.code and d.valid_until is null and d.name <> f.name and d.valid_from = ?""";

    private static final String END_RENAMED = """
            update division d set valid_until = ? from division_file f
            where d.code = f.code and d.valid_until is null and d.name <> f.name""";

    private static final String FORGET_TODAYS_GONE = """
            delete from division d
            where d.code like ? and d.valid_until is null and d.valid_from = ?
              and not exists (select from division_file f where f.code = d.code)""";

    private static final String END_GONE = """
            update division d set valid_until = ?
            where d.code like ? and d.valid_until is null
              and not exists (select from division_file f where f.code = d.code)""";

    private static final String ADD = """
            insert into division (code, valid_from, name, level, parent)
            select f.code, ?, f.name, f.level, nullif(f.parent, '') from division_file f
            where f.line between ? and ?
              and not exists (select from division d where d.code = f.code and d.valid_until is null)""";

    private final Session database;

    DivisionRows(Session database) {
        this.database = database;
    }

    /** Lets one import after the other. */
    void lock() {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('division'))", Integer.class)
                .getSingleResult();
    }

    /** Those of the codes that are valid divisions now. */
    Set<String> valid(Collection<String> codes) {
        return new HashSet<>(database.createNativeQuery(
                        "select code from division where code = any(:codes) and valid_until is null", String.class)
                .setParameter("codes", codes.toArray(new String[0]))
                .getResultList());
    }

    DivisionChanges write(List<DivisionFile.Row> file, @Nullable Area within, LocalDate today) {
        return database.doReturningWork(connection -> {
            fill(connection, file);
            int corrected = run(connection, CORRECT_TODAYS, today);
            int renamed = run(connection, END_RENAMED, today);
            int ended = 0;
            if (within != null) {
                String codes = within + "%";
                ended = run(connection, FORGET_TODAYS_GONE, codes, today) + run(connection, END_GONE, today, codes);
            }
            int added = 0;
            for (int first = 0; first < file.size(); first += AT_ONCE) {
                added += run(connection, ADD, today, first, first + AT_ONCE - 1);
            }
            return new DivisionChanges(file.size(), added - renamed, corrected + renamed, ended);
        });
    }

    private static void fill(Connection connection, List<DivisionFile.Row> file) throws SQLException {
        run(connection, FILE);
        run(connection, "truncate division_file");
        try (PreparedStatement statement = connection.prepareStatement(FILL)) {
            column(statement, 1, file, DivisionFile.Row::code);
            column(statement, 2, file, DivisionFile.Row::name);
            column(statement, 3, file, row -> row.level().name());
            column(statement, 4, file, DivisionFile.Row::parent);
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "int", IntStream.range(0, file.size()).boxed().toArray()));
            statement.executeUpdate();
        }
        run(connection, "analyze division_file");
    }

    private static int run(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(1 + i, arguments[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static void column(
            PreparedStatement statement,
            int place,
            List<DivisionFile.Row> file,
            Function<DivisionFile.Row, String> value)
            throws SQLException {
        Object[] values = file.stream().map(value).toArray();
        statement.setArray(place, statement.getConnection().createArrayOf("text", values));
    }
}
