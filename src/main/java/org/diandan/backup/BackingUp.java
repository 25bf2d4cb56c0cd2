package org.diandan.backup;

import static org.diandan.backup.BackupProblem.NOTHING_TO_BACK_UP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Copies all tables as they were at one moment: one transaction that sees one snapshot, as {@code pg_dump} does it. It
 * holds up nobody but a migration.
 */
final class BackingUp {
    private final DataSource database;
    private final KeyFolder keys;
    private final String program;
    private final Clock clock;

    /** {@code program} is the version of this program. */
    BackingUp(DataSource database, KeyFolder keys, String program, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.program = program;
        this.clock = clock;
    }

    /**
     * Writes the backup; a file of that name must not be there.
     *
     * @param withKeys whether the keys of the data folder are copied, or only named
     */
    Manifest into(Path file, boolean withKeys, Progress progress) throws SQLException, IOException {
        var madeAt = clock.instant();
        try (var connection = database.getConnection();
                var backup = new NewBackup(file, madeAt)) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            var catalog = new Catalog(connection);
            var tables = catalog.tables();
            if (tables.stream().noneMatch(table -> table.name().equals(Catalog.HISTORY))) {
                throw NOTHING_TO_BACK_UP.because();
            }
            catalog.lock(tables);
            catalog.requireAllRows();
            var migrations = catalog.migrations();
            var manifest = new Manifest(
                    Manifest.FORMAT,
                    program,
                    highest(migrations),
                    madeAt,
                    catalog.single("show server_version"),
                    migrations,
                    rows(catalog, tables, backup, progress),
                    catalog.sequences(),
                    keys(withKeys, backup));
            connection.rollback();
            backup.finish(manifest);
            return manifest;
        }
    }

    private static String highest(List<Manifest.Migration> migrations) {
        return migrations.stream()
                .map(migration -> MigrationVersion.fromVersion(migration.version()))
                .max(MigrationVersion::compareTo)
                .orElseThrow(NOTHING_TO_BACK_UP::because)
                .getVersion();
    }

    private static List<Manifest.Table> rows(
            Catalog catalog, List<Catalog.Table> tables, NewBackup backup, Progress progress)
            throws SQLException, IOException {
        var done = new ArrayList<Manifest.Table>();
        for (var table : tables) {
            try (var entry = backup.entry(StoredBackup.entryOfTable(table.name()))) {
                var digest = new RowDigest(entry);
                catalog.read(table, digest);
                var content = digest.content();
                done.add(new Manifest.Table(table.name(), table.columns(), content));
                progress.done(table.name(), content);
            }
        }
        return done;
    }

    private List<Manifest.Key> keys(boolean copied, NewBackup backup) throws IOException {
        var named = new ArrayList<Manifest.Key>();
        for (var key : keys.files()) {
            var name = key.getFileName().toString();
            if (!copied) {
                named.add(new Manifest.Key(name, null));
                continue;
            }
            byte[] bytes = Files.readAllBytes(key);
            try (var entry = backup.entry(StoredBackup.entryOfKey(name))) {
                entry.write(bytes);
            }
            named.add(new Manifest.Key(name, StoredBackup.hash(bytes)));
        }
        return named;
    }
}
