package org.diandan.backup;

import static org.diandan.backup.BackupProblem.DIFFERENT;
import static org.diandan.backup.BackupProblem.MADE_BY_LATER_PROGRAM;
import static org.diandan.backup.BackupProblem.NOT_EMPTY;
import static org.diandan.backup.BackupProblem.OTHER_SCHEMA;
import static org.diandan.backup.BackupProblem.SCHEMA_IN_THE_WAY;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Fills an empty database from a backup and compares what is there then with what was there before. The rows come in one
 * transaction: all of them, or none. What can be left behind by a restore that failed is empty tables, which do not keep the next
 * one from working.
 */
final class Restoring {
    private final DataSource database;
    private final String program;

    /** {@code program} is the version of this program. */
    Restoring(DataSource database, String program) {
        this.database = database;
        this.program = program;
    }

    void from(StoredBackup backup, Progress progress) throws SQLException, IOException {
        requireEmpty();
        migrate(backup.manifest());
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                fill(new Catalog(connection), backup, progress);
                connection.commit();
            } catch (SQLException | IOException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private void requireEmpty() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var catalog = new Catalog(connection);
            requireEmpty(catalog, catalog.tables());
            connection.rollback();
        }
    }

    private static void requireEmpty(Catalog catalog, List<Catalog.Table> tables) throws SQLException {
        for (var table : tables) {
            if (!table.name().equals(Catalog.HISTORY) && catalog.hasRows(table)) {
                throw NOT_EMPTY.because(table.name());
            }
        }
    }

    /** Makes the tables as they were, not as this program wants them: its next start brings them up to date. */
    private void migrate(Manifest manifest) {
        requireSameMigrations(flyway("latest"), manifest);
        var flyway = flyway(manifest.schema());
        var current = flyway.info().current();
        if (current != null && current.getVersion().isNewerThan(manifest.schema())) {
            throw SCHEMA_IN_THE_WAY.because();
        }
        flyway.migrate();
    }

    /** Without the migrations that may be repeated: they fill tables, and their rows are in the backup. */
    private Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(database)
                .target(target)
                .repeatableSqlMigrationPrefix("NONE")
                .load();
    }

    private void requireSameMigrations(Flyway flyway, Manifest manifest) {
        Map<String, Integer> ours = new LinkedHashMap<>();
        var newest = MigrationVersion.EMPTY;
        for (var migration : flyway.info().all()) {
            if (migration.getVersion() != null && migration.getChecksum() != null) {
                ours.put(migration.getVersion().getVersion(), migration.getChecksum());
                newest = migration.getVersion();
            }
        }
        var target = MigrationVersion.fromVersion(manifest.schema());
        if (target.compareTo(newest) > 0) {
            throw MADE_BY_LATER_PROGRAM.because(manifest.program(), program);
        }
        for (var migration : manifest.migrations()) {
            if (!Objects.equals(ours.remove(migration.version()), migration.checksum())) {
                throw OTHER_SCHEMA.because(migration.script(), manifest.program());
            }
        }
        ours.keySet().stream()
                .filter(version -> MigrationVersion.fromVersion(version).compareTo(target) < 0)
                .findFirst()
                .ifPresent(version -> {
                    throw OTHER_SCHEMA.because("V" + version, manifest.program());
                });
    }

    private static void fill(Catalog catalog, StoredBackup backup, Progress progress) throws SQLException, IOException {
        var manifest = backup.manifest();
        // A program that is started meanwhile looks into the history first, and waits.
        catalog.lockHistory();
        var tables = catalog.inOrderOfReferences(catalog.tables());
        catalog.requireAllRows();
        requireEmpty(catalog, tables);
        catalog.emptyHistory();
        for (var table : tables) {
            try (var rows = backup.rows(saved(table, manifest))) {
                catalog.write(table, rows);
            }
        }
        for (var sequence : manifest.sequences()) {
            catalog.set(sequence);
        }
        for (var table : tables) {
            var digest = RowDigest.ofNothingKept();
            catalog.read(table, digest);
            var content = digest.content();
            if (!content.hasRowsOf(saved(table, manifest).content())) {
                throw DIFFERENT.because(table.name());
            }
            progress.done(table.name(), content);
        }
        if (tables.size() != manifest.tables().size()) {
            throw DIFFERENT.because(manifest.tables().size() + " / " + tables.size());
        }
    }

    private static Manifest.Table saved(Catalog.Table table, Manifest manifest) {
        return manifest.tables().stream()
                .filter(saved ->
                        saved.name().equals(table.name()) && saved.columns().equals(table.columns()))
                .findFirst()
                .orElseThrow(() -> DIFFERENT.because(table.name()));
    }
}
