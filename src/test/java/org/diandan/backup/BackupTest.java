package org.diandan.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.diandan.demo.Village;
import org.diandan.http.Api;
import org.diandan.startup.EmptyDatabase;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** From the planted database of the tests into an empty one beside it. */
@QuarkusTest
class BackupTest {
    private static final String PROGRAM = "1.2.3";
    private static final Progress SILENT = (table, content) -> {};

    @TempDir
    static Path shared;

    private static EmptyDatabase target;

    @TempDir
    Path folder;

    @Inject
    Village village;

    private DataSource source;

    @BeforeEach
    void plantAndEmpty() throws SQLException {
        if (!village.isPlanted()) {
            String server = setting("test.url");
            village.plant(URI.create(server.replaceAll("/$", "") + Api.BASE));
        }
        source = owner();
        if (target == null) {
            target = new EmptyDatabase(shared.resolve("data"));
        } else {
            target.empty();
        }
    }

    @AfterAll
    static void stop() {
        target.close();
        target = null;
    }

    @Test
    void everyTableComesBackRowByRow() throws SQLException, IOException {
        var before = contents(source);
        var file = backup();

        restore(file);

        assertThat(contents(target.owner())).isEqualTo(before).containsKeys("account", "volunteer", "team");
        assertThat(number(target.owner(), "select count(*) from account")).isPositive();
        assertThat(number(target.owner(), "select count(*) from pg_class where relrowsecurity and relforcerowsecurity"))
                .isEqualTo(
                        number(source, "select count(*) from pg_class where relrowsecurity and relforcerowsecurity"));
        assertThat(number(target.program(), "select count(*) from volunteer")).isPositive();
    }

    /** The audit may only be added to, by the owner too; and the right to change it does not come with a restore. */
    @Test
    void whatMayOnlyBeAddedToComesBackAndStaysSo() throws SQLException, IOException {
        restore(backup());

        assertThat(number(target.owner(), "select count(*) from audit_entry"))
                .isEqualTo(number(source, "select count(*) from audit_entry"));
        assertThatThrownBy(() -> execute(target.program(), "delete from audit_entry"))
                .hasMessageContaining("permission denied");
    }

    /** Fails when the transaction is not REPEATABLE READ. */
    @Test
    void aWriteDuringTheBackupDoesNotTearIt() throws SQLException, IOException {
        long before = number(source, "select count(*) from shared_secret");
        var written = new AtomicInteger();
        Progress andWrite = (table, content) -> {
            if (written.getAndIncrement() == 0) {
                execute(source, "insert into shared_secret values ('000000', 'torn', '\\x00', now())");
            }
        };
        try {
            var manifest = backingUp(folder).into(folder.resolve("during.zip"), false, andWrite);

            assertThat(number(source, "select count(*) from shared_secret")).isEqualTo(before + 1);
            assertThat(manifest.tables())
                    .filteredOn(table -> table.name().equals("shared_secret"))
                    .singleElement()
                    .satisfies(table -> assertThat(table.content().rows()).isEqualTo(before));
        } finally {
            execute(source, "delete from shared_secret where name = 'torn'");
        }
    }

    @Test
    void aFlippedByteIsFound() throws SQLException, IOException {
        var file = backup();
        byte[] bytes = Files.readAllBytes(file);
        int header = 30 + (bytes[26] & 0xff) + (bytes[28] & 0xff);
        bytes[header + 40] ^= 1;

        refuses(BackupProblem.DAMAGED, () -> check(Files.write(folder.resolve("flipped.zip"), bytes)));
    }

    /** Of what the checksums of the zip do not find: a row that somebody changed and packed again. */
    @Test
    void aChangedRowIsFound() throws SQLException, IOException {
        var changed = packedAnew(backup(), Map.of("tables/site", rows -> rows.replaceFirst("3716", "3717")));

        refuses(BackupProblem.DAMAGED, () -> check(changed));
    }

    @Test
    void aFileThatWasCutShortOrIsNoBackupIsRefused() throws SQLException, IOException {
        byte[] bytes = Files.readAllBytes(backup());
        var half = Files.write(
                folder.resolve("half.zip"),
                new String(bytes, 0, bytes.length / 2, StandardCharsets.ISO_8859_1)
                        .getBytes(StandardCharsets.ISO_8859_1));

        refuses(BackupProblem.NOT_A_BACKUP, () -> check(half));
        refuses(BackupProblem.NOT_A_BACKUP, () -> check(Files.writeString(folder.resolve("text"), "hello")));
    }

    @Test
    void whatALaterProgramMadeIsRefused() throws SQLException, IOException {
        var file = backup();

        refuses(
                BackupProblem.MADE_BY_LATER_PROGRAM,
                () -> check(withManifest(file, manifest -> manifest.put("format", 2))));
        refuses(
                BackupProblem.MADE_BY_LATER_PROGRAM,
                () -> restore(withManifest(file, manifest -> manifest.put("schema", "9999"))));
    }

    @Test
    void anotherSchemaIsRefused() throws SQLException, IOException {
        var other = withManifest(
                backup(), manifest -> ((ObjectNode) manifest.path("migrations").path(0)).put("checksum", 1));

        refuses(BackupProblem.OTHER_SCHEMA, () -> restore(other));
        assertThat(number(target.owner(), "select count(*) from pg_tables where schemaname = 'public'"))
                .isZero();
    }

    @Test
    void aDatabaseWithRowsIsNotRestoredInto() throws SQLException, IOException {
        var file = backup();
        restore(file);
        var before = contents(target.owner());

        refuses(BackupProblem.NOT_EMPTY, () -> restore(file));

        assertThat(contents(target.owner())).isEqualTo(before);
    }

    /** Fails when the rows come in more than one transaction. */
    @Test
    void aRestoreThatFailsLeavesNoRowAndDoesNotKeepTheNextFromWorking() throws SQLException, IOException {
        var file = backup();
        var withoutDivisions = packedAnew(file, Map.of("tables/team", rows -> ""));
        var honest = withManifest(
                withoutDivisions, manifest -> manifest.path("tables").forEach(table -> {
                    if (table.path("name").asText().equals("team")) {
                        ((ObjectNode) table)
                                .set(
                                        "content",
                                        StoredBackup.JSON.valueToTree(
                                                RowDigest.ofNothingKept().content()));
                    }
                }));
        check(honest);

        refuses(null, () -> restore(honest));
        assertThat(contents(target.owner()).entrySet())
                .filteredOn(table -> !table.getKey().equals("flyway_schema_history"))
                .allSatisfy(table -> assertThat(table.getValue()).startsWith("0 "));

        restore(file);
    }

    @Test
    void anOlderSchemaComesBackAsItWasAndTheProgramBringsItUpToDate() throws SQLException, IOException {
        Flyway.configure().dataSource(target.owner()).target("14").load().migrate();
        long categories = number(target.owner(), "select count(*) from category");
        var file = folder.resolve("older.zip");
        new BackingUp(target.owner(), new KeyFolder(folder), PROGRAM, Clock.systemUTC()).into(file, false, SILENT);
        target.empty();

        restore(file);

        assertThat(number(target.owner(), "select count(*) from category")).isEqualTo(categories);
        var flyway = Flyway.configure().dataSource(target.owner()).load();
        assertThat(flyway.info().current().getVersion().getVersion()).isEqualTo("14");
        flyway.migrate();
        assertThat(number(target.owner(), "select count(*) from audit_entry")).isZero();
    }

    @Test
    void theKeysAreNamedAndCopiedOnlyIfOneAsks() throws SQLException, IOException {
        var keys = Files.createDirectories(folder.resolve("keys"));
        Files.writeString(keys.resolve("signing-key.pem"), "secret");

        var without = backingUp(folder).into(folder.resolve("without.zip"), false, SILENT);
        var with = backingUp(folder).into(folder.resolve("with.zip"), true, SILENT);

        assertThat(without.keys()).containsExactly(new Manifest.Key("signing-key.pem", null));
        try (var stored = new ZipFile(folder.resolve("without.zip").toFile())) {
            assertThat(stored.stream().map(ZipEntry::getName)).noneMatch(name -> name.startsWith("keys/"));
        }
        try (var stored = new StoredBackup(folder.resolve("with.zip"), PROGRAM)) {
            stored.check(SILENT);
            var elsewhere = new KeyFolder(folder.resolve("elsewhere"));
            elsewhere.add("signing-key.pem", stored.bytes(with.keys().get(0)));
            assertThat(elsewhere.files()).singleElement().satisfies(key -> assertThat(key)
                    .hasContent("secret"));
            elsewhere.add("signing-key.pem", new byte[0]);
            assertThat(elsewhere.files().get(0)).hasContent("secret");
        }
    }

    @Test
    void aFileIsItsOwnersAloneAndNeverWrittenOver() throws SQLException, IOException {
        var file = backup();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        refuses(BackupProblem.FILE_EXISTS, () -> backingUp(folder).into(file, false, SILENT));
    }

    @Test
    void aBackupThatFailsLeavesNoFile() throws IOException {
        var away = new PGSimpleDataSource();
        away.setUrl("jdbc:postgresql://127.0.0.1:1/diandan");

        assertThatThrownBy(() -> new BackingUp(away, new KeyFolder(folder), PROGRAM, Clock.systemUTC())
                        .into(folder.resolve("never.zip"), false, SILENT))
                .isInstanceOf(SQLException.class);
        refuses(BackupProblem.NOTHING_TO_BACK_UP, () -> new BackingUp(
                        target.owner(), new KeyFolder(folder), PROGRAM, Clock.systemUTC())
                .into(folder.resolve("nothing.zip"), false, SILENT));

        assertThat(folder).isEmptyDirectory();
    }

    /** Fails when {@code requireAllRows} is taken out of {@code BackingUp}: the backup is made, and is empty. */
    @Test
    void aLoginThatSeesSomeRowsOnlyBacksUpNothing() throws SQLException, IOException {
        Flyway.configure().dataSource(target.owner()).load().migrate();
        var login = (PGSimpleDataSource) target.owner();
        login.setOptions("-c app.centers=371625");

        refuses(BackupProblem.ROWS_HIDDEN, () -> new BackingUp(login, new KeyFolder(folder), PROGRAM, Clock.systemUTC())
                .into(folder.resolve("some.zip"), false, SILENT));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatTheDatabaseSaysIsNamed() {
        assertThat(Talk.ofDatabase(new SQLException("could not extend file", "53100"))
                        .problem())
                .isEqualTo(BackupProblem.DATABASE_FULL);
        assertThat(Talk.ofDatabase(new SQLException("refused", "08001")).problem())
                .isEqualTo(BackupProblem.DATABASE_AWAY);
        assertThat(Talk.ofDatabase(new SQLException("affected by row-level security policy", "42501"))
                        .problem())
                .isEqualTo(BackupProblem.ROWS_HIDDEN);
        assertThat(Talk.ofDatabase(new SQLException("null value", "23502")).problem())
                .isEqualTo(BackupProblem.DATABASE_FAILED);
    }

    private Path backup() throws SQLException, IOException {
        var file = folder.resolve("backup.zip");
        backingUp(folder.resolve("nowhere")).into(file, false, SILENT);
        return file;
    }

    private BackingUp backingUp(Path dataFolder) {
        return new BackingUp(source, new KeyFolder(dataFolder), PROGRAM, Clock.systemUTC());
    }

    private static void check(Path file) throws IOException {
        try (var backup = new StoredBackup(file, PROGRAM)) {
            backup.check(SILENT);
        }
    }

    private static void restore(Path file) throws SQLException, IOException {
        try (var backup = new StoredBackup(file, PROGRAM)) {
            new Restoring(target.owner(), PROGRAM).from(backup, SILENT);
        }
    }

    /** With {@code null} any failure will do. */
    private static void refuses(BackupProblem problem, ThrowingCallable what) {
        if (problem == null) {
            assertThatThrownBy(what).isInstanceOf(Exception.class);
            return;
        }
        assertThatExceptionOfType(BackupProblem.Failure.class)
                .isThrownBy(what)
                .satisfies(failure -> assertThat(failure.problem()).isEqualTo(problem));
    }

    private Path withManifest(Path file, Consumer<ObjectNode> change) throws IOException {
        return packedAnew(file, Map.of(StoredBackup.MANIFEST, text -> {
            try {
                var manifest = (ObjectNode) StoredBackup.JSON.readTree(text);
                change.accept(manifest);
                return StoredBackup.JSON.writeValueAsString(manifest);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }));
    }

    private Path packedAnew(Path file, Map<String, UnaryOperator<String>> changes) throws IOException {
        var changed = Files.createTempFile(folder, "changed", ".zip");
        var packed = new ByteArrayOutputStream();
        try (var from = new ZipFile(file.toFile());
                var into = new ZipOutputStream(packed)) {
            for (var entry : List.copyOf(from.stream().toList())) {
                var text = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                into.putNextEntry(new ZipEntry(entry.getName()));
                into.write(changes.getOrDefault(entry.getName(), UnaryOperator.identity())
                        .apply(text)
                        .getBytes(StandardCharsets.UTF_8));
                into.closeEntry();
            }
        }
        return Files.write(changed, packed.toByteArray());
    }

    /** By another way than the backup's own: each table's rows counted and hashed by the server. */
    private static Map<String, String> contents(DataSource database) throws SQLException {
        var contents = new TreeMap<String, String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var tables = new TreeMap<String, String>();
            try (var row = statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
                while (row.next()) {
                    tables.put(row.getString(1), "");
                }
            }
            for (var table : tables.keySet()) {
                try (var row =
                        statement.executeQuery("select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), ''"
                                + " order by md5(t::text))), '') from " + table + " t")) {
                    row.next();
                    contents.put(table, row.getString(1));
                }
            }
        }
        return contents;
    }

    private static long number(DataSource database, String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(DataSource database, String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static DataSource owner() {
        var source = new PGSimpleDataSource();
        source.setUrl(setting("quarkus.datasource.jdbc.url"));
        source.setOptions("-c app.centers=*");
        source.setUser(setting("quarkus.flyway.username"));
        source.setPassword(setting("quarkus.flyway.password"));
        return source;
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
