package org.diandan.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line, as an operator types it. */
class CommandsTest {

    private static final String FORGED = "insert into audit_entry values ('371625', gen_random_uuid(), 'LOOK', now(),"
            + " '371625', null, 'readOrder', null, 'RESIDENT', 'x', null, null, 'PHONE')";

    @TempDir
    Path temporary;

    private Path data;

    @BeforeEach
    void nameTheFolder() {
        data = temporary.resolve("data");
    }

    @Test
    void theAuditIsVerifiedBesideARunningProgramAndWithoutOne() throws SQLException {
        try (var program = EmbeddedDatabase.start(data, 0)) {
            migrate(program);
            assertThat(run("audit", "verify")).isZero();
            assertThat(run("audit", "verify", "--center", "371625")).isZero();

            asOwner(program, FORGED);
            assertThat(run("audit", "verify")).isOne();
            assertThat(run("audit", "verify", "--center", "210321")).isZero();
        }
        assertThat(run("audit", "verify")).isOne();
    }

    @Test
    void aBackupIsMadeBesideARunningProgramAndRestoredWithoutOne() throws SQLException, IOException {
        Path file = temporary.resolve("backup.zip");
        try (var program = EmbeddedDatabase.start(data, 0)) {
            migrate(program);
            assertThat(run("backup", file.toString())).isZero();
            assertThat(run("backup", temporary.toString())).isZero();
            assertThat(run("restore", file.toString())).as("not empty").isEqualTo(2);
        }
        assertThat(run("verify-backup", file.toString())).isZero();
        assertThat(run("verify-backup", temporary.resolve("none.zip").toString()))
                .isEqualTo(2);
        assertThat(temporary)
                .isDirectoryContaining(each -> each.getFileName().toString().matches("diandan-20.*Z.zip"));

        data = temporary.resolve("elsewhere");
        assertThat(run("backup", temporary.toString())).isEqualTo(2);
        assertThat(data).doesNotExist();
        assertThat(run("restore", file.toString())).isZero();
        assertThat(run("audit", "verify")).isZero();
        assertThat(run("restore", file.toString())).as("not empty").isEqualTo(2);
    }

    @Test
    void whereThereIsNoDatabaseNoneIsMade() {
        assertThat(run("audit", "verify")).isEqualTo(2);
        assertThat(data.resolve("database")).doesNotExist();
    }

    @Test
    void whatNobodyKnowsIsRefusedAndWhatIsAskedIsExplained() {
        assertThat(run("audti")).isEqualTo(2);
        assertThat(run("audit", "verify", "--centre", "371625")).isEqualTo(2);
        assertThat(run("--help")).isZero();
        assertThat(run("audit", "verify", "--help")).isZero();
    }

    private int run(String... arguments) {
        try (var commands = new Commands(
                name -> name.equals("diandan.data-dir") ? Optional.of(data.toString()) : Optional.empty())) {
            return commands.run(arguments);
        }
    }

    private static void migrate(EmbeddedDatabase database) {
        var settings = database.configuration();
        Flyway.configure()
                .dataSource(
                        database.url(),
                        settings.get("quarkus.flyway.username"),
                        settings.get("quarkus.flyway.password"))
                .initSql("set app.centers = '*'")
                .load()
                .migrate();
    }

    private static void asOwner(EmbeddedDatabase database, String sql) throws SQLException {
        var settings = database.configuration();
        try (var connection = DriverManager.getConnection(
                        database.url() + "?options=-c%20app.centers=*",
                        settings.get("quarkus.flyway.username"),
                        settings.get("quarkus.flyway.password"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
