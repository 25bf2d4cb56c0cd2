package org.diandan.backup;

import static java.util.stream.Collectors.joining;
import static org.diandan.backup.BackupProblem.ROWS_HIDDEN;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The tables and sequences of the schema, whatever they are, and their rows as streams.
 *
 * <p>Names come from PostgreSQL's own catalog and are quoted; nothing else becomes part of a statement.
 */
final class Catalog {
    static final String HISTORY = "flyway_schema_history";

    /**
     * What an extension brought is the extension's; a partition is read with its table. A column whose comment says that it
     * is of one server alone, such as the number of a transaction, is filled anew where the rows come to.
     */
    private static final String TABLES = """
            select c.relname, array(select a.attname::text from pg_attribute a
                                     where a.attrelid = c.oid and a.attnum > 0
                                       and not a.attisdropped and a.attgenerated = ''
                                       and col_description(c.oid, a.attnum) is distinct from 'of this server alone'
                                     order by a.attnum)
              from pg_class c
             where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
               and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
             order by c.relname""";

    private static final String REFERENCES = """
            select r.relname, t.relname from pg_constraint c
              join pg_class t on t.oid = c.conrelid join pg_class r on r.oid = c.confrelid
             where c.contype = 'f' and c.connamespace = current_schema()::regnamespace and t.oid <> r.oid""";

    /** The same text for the same value on every server, and no limit of time. */
    private static final List<String> PLAIN = List.of(
            "set local statement_timeout = 0",
            "set local lock_timeout = '60s'",
            "set local idle_in_transaction_session_timeout = 0",
            "set local timezone = 'UTC'",
            "set local datestyle = 'ISO, YMD'",
            "set local intervalstyle = 'iso_8601'",
            "set local extra_float_digits = 3",
            "set local bytea_output = 'hex'",
            "set local xmloption = 'content'");

    /**
     * Tables whose policies this connection has not opened: those of this program let everything through where the wall is
     * opened everywhere, as commands open it; of others nothing is known.
     */
    private static final String HIDDEN = """
            select exists (select from pg_class c
              left join pg_policy p on p.polrelid = c.oid and p.polname = 'within_reach' and p.polpermissive
             where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and row_security_active(c.oid)
               and (p.oid is null or current_setting('app.centers', true) is distinct from '*'
                    or exists (select from pg_policy o where o.polrelid = c.oid and not o.polpermissive)))""";

    private final Connection connection;
    private final CopyManager copies;

    /** On a connection whose transaction has not begun; the settings end with it. */
    Catalog(Connection connection) throws SQLException {
        this.connection = connection;
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var setting : PLAIN) {
            execute(setting);
        }
    }

    /** @throws BackupProblem.Failure if some rows may be hidden from this login */
    void requireAllRows() throws SQLException {
        if (single(HIDDEN).equals("t")) {
            throw ROWS_HIDDEN.because();
        }
    }

    /** A table with its columns, those left out that are computed from others or of one server alone. */
    record Table(String name, List<String> columns) {
        private String quoted() {
            return quote(name);
        }

        private String list() {
            return columns.stream().map(Catalog::quote).collect(joining(", "));
        }
    }

    List<Table> tables() throws SQLException {
        var tables = new ArrayList<Table>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                var columns = (String[]) row.getArray(2).getArray();
                tables.add(new Table(row.getString(1), List.of(columns)));
            }
        }
        return tables;
    }

    /** The same tables, each after those that it refers to. */
    List<Table> inOrderOfReferences(List<Table> tables) throws SQLException {
        record Reference(String referred, String from) {}
        Set<Reference> references = new LinkedHashSet<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(REFERENCES)) {
            while (row.next()) {
                references.add(new Reference(row.getString(1), row.getString(2)));
            }
        }
        var left = new ArrayList<>(tables);
        var ordered = new ArrayList<Table>();
        while (!left.isEmpty()) {
            var free = left.stream()
                    .filter(table -> references.stream().noneMatch(each -> each.from.equals(table.name())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Tables refer to each other in a circle: " + left));
            left.remove(free);
            ordered.add(free);
            references.removeIf(each -> each.referred.equals(free.name()));
        }
        return ordered;
    }

    /** Keeps others from changing the tables' form until the transaction ends. */
    void lock(List<Table> tables) throws SQLException {
        execute("lock table " + tables.stream().map(Table::quoted).collect(joining(", ")) + " in access share mode");
    }

    /** Keeps others from migrating, and from looking whether they must, until the transaction ends. */
    void lockHistory() throws SQLException {
        execute("lock table " + HISTORY + " in access exclusive mode");
    }

    void emptyHistory() throws SQLException {
        execute("delete from " + HISTORY);
    }

    boolean hasRows(Table table) throws SQLException {
        return single("select exists (select from " + table.quoted() + ")").equals("t");
    }

    /** Writes the table's rows, a line each. */
    void read(Table table, OutputStream rows) throws SQLException, IOException {
        copies.copyOut("copy (select " + table.list() + " from " + table.quoted() + ") to stdout", rows);
    }

    /** Adds what {@link #read} wrote, by the columns that it had. */
    void write(Table table, InputStream rows) throws SQLException, IOException {
        boolean forced = isForced(table);
        if (forced) {
            // COPY puts nothing into a table whose policies hold for its owner too. Until the end of the transaction
            // nobody
            // else sees that they do not.
            execute("alter table " + table.quoted() + " no force row level security");
        }
        copies.copyIn("copy " + table.quoted() + " (" + table.list() + ") from stdin", rows);
        if (forced) {
            execute("alter table " + table.quoted() + " force row level security");
        }
    }

    private boolean isForced(Table table) throws SQLException {
        try (var statement = connection.prepareStatement("select relforcerowsecurity from pg_class"
                + " where relnamespace = current_schema()::regnamespace and relname = ?")) {
            statement.setString(1, table.name());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    List<Manifest.Sequence> sequences() throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select sequencename from pg_sequences"
                        + " where schemaname = current_schema() order by sequencename")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        var sequences = new ArrayList<Manifest.Sequence>();
        for (var name : names) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select last_value, is_called from " + quote(name))) {
                row.next();
                sequences.add(new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }

    void set(Manifest.Sequence sequence) throws SQLException {
        try (var statement = connection.prepareStatement("select setval(quote_ident(?)::regclass, ?, ?)")) {
            statement.setString(1, sequence.name());
            statement.setLong(2, sequence.value());
            statement.setBoolean(3, sequence.called());
            statement.execute();
        }
    }

    List<Manifest.Migration> migrations() throws SQLException {
        var migrations = new ArrayList<Manifest.Migration>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version, script, checksum from " + HISTORY
                        + " where success and version is not null and checksum is not null order by installed_rank")) {
            while (row.next()) {
                migrations.add(new Manifest.Migration(row.getString(1), row.getString(2), row.getInt(3)));
            }
        }
        return migrations;
    }

    /** The first column of the only row. */
    String single(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
