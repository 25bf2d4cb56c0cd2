package org.diandan.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real server each, in a folder whose name has a space and is not ASCII. */
class EmbeddedDatabaseTest {
    @TempDir
    Path temporary;

    private Path data;

    @BeforeEach
    void nameTheFolder() {
        data = temporary.resolve("数据 folder");
    }

    @Test
    void dataSurviveARestart() throws SQLException {
        try (var database = start()) {
            remember(database, "kept");
        }
        try (var database = start()) {
            assertThat(remembered(database)).isEqualTo("kept");
        }
    }

    /** Fails when the server's leftovers are not looked for: PostgreSQL then refuses the folder. */
    @Test
    void aServerThatOutlivedItsKilledProgramIsReplaced() throws IOException, InterruptedException, SQLException {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledProgram.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(program.inputReader().readLine()).isEqualTo("acknowledged");
        program.destroyForcibly().waitFor();
        var leftover = server();
        assertThat(runs(leftover)).isTrue();

        try (var database = start()) {
            assertThat(runs(leftover)).isFalse();
            assertThat(remembered(database)).isEqualTo("acknowledged");
        }
    }

    @Test
    void aKilledServerLeavesNothingInTheWay() throws IOException, SQLException {
        var killed = start();
        remember(killed, "acknowledged");
        server().destroyForcibly();
        killed.close();

        try (var database = start()) {
            assertThat(remembered(database)).isEqualTo("acknowledged");
        }
    }

    /** After a restart of the machine or container the number in the lock file can be anybody's. */
    @Test
    void aStaleLockWithTheNumberOfAnotherProgramIsRemoved() throws IOException {
        start().close();
        Files.writeString(
                data.resolve("database/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + data.resolve("database") + "\n");

        start().close();

        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void aFirstStartThatWasCutShortBeginsAnew() throws IOException {
        Files.createDirectories(data.resolve("database.new/base"));
        Files.writeString(data.resolve("database.new/PG_VERSION"), "18\n");

        start().close();

        assertThat(data.resolve("database.new")).doesNotExist();
    }

    @Test
    void aFolderOfAnotherMajorVersionIsRefusedUnchanged() throws IOException {
        start().close();
        var version = data.resolve("database/PG_VERSION");
        Files.writeString(version, "17\n");

        refuses(StartupProblem.OTHER_VERSION, this::start, "17", "18");

        assertThat(version).hasContent("17");
    }

    @Test
    void aFolderWithoutItsLoginsIsRefused() throws IOException {
        start().close();
        Files.delete(data.resolve("database/diandan-logins.properties"));

        refuses(StartupProblem.FOLDER_DAMAGED, this::start, data.toString());
    }

    @Test
    void twoProgramsCannotShareAFolder() {
        try (var first = start()) {
            assertThat(first.port()).isPositive();

            refuses(StartupProblem.ALREADY_RUNNING, this::start, data.toString());
        }
        start().close();
    }

    @Test
    void aTakenPortIsNamedAndTheFolderLetGo() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            refuses(StartupProblem.PORT_TAKEN, () -> start(taken.getLocalPort()), "" + taken.getLocalPort());
        }
        start().close();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        var file = Files.writeString(temporary.resolve("file"), "");
        data = file.resolve("data");

        refuses(StartupProblem.FOLDER_NOT_WRITABLE, this::start, data.toString());
    }

    @Test
    void onlyTheOwnerMayReadTheFolderAndNobodyLogsInAsSuperuser() throws IOException {
        try (var database = start()) {
            assertThat(permissions(data)).isEqualTo("rwx------");
            assertThat(permissions(data.resolve("database"))).isEqualTo("rwx------");
            assertThat(permissions(data.resolve("database/diandan-logins.properties")))
                    .isEqualTo("rw-------");
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "postgres", "postgres"))
                    .hasMessageContaining("pg_hba.conf");
        }
    }

    private EmbeddedDatabase start() {
        return start(0);
    }

    private EmbeddedDatabase start(int port) {
        return EmbeddedDatabase.start(data, TestDatabase.PROGRAMS, port);
    }

    private ProcessHandle server() throws IOException {
        var pid = Files.readAllLines(data.resolve("database/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** A process that ended counts as alive until its parent has noticed; it has no command any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    static void remember(EmbeddedDatabase database, String word) throws SQLException {
        try (var connection = owner(database);
                var statement = connection.createStatement()) {
            statement.execute("create table memory as select '" + word + "' as word");
        }
    }

    private static String remembered(EmbeddedDatabase database) throws SQLException {
        try (var connection = owner(database);
                var statement = connection.createStatement();
                var result = statement.executeQuery("select word from memory")) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection owner(EmbeddedDatabase database) throws SQLException {
        var configuration = database.configuration();
        return DriverManager.getConnection(
                database.url(),
                configuration.get("quarkus.flyway.username"),
                configuration.get("quarkus.flyway.password"));
    }

    private static void refuses(StartupProblem problem, ThrowingCallable start, String... named) {
        assertThatExceptionOfType(CannotStart.class).isThrownBy(start).satisfies(refusal -> {
            assertThat(refusal.problem()).isEqualTo(problem);
            assertThat(refusal.getMessage()).contains(named).doesNotContain("\n");
        });
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** Writes, tells so, and waits to be killed. */
    static final class KilledProgram {
        public static void main(String... arguments) throws SQLException, InterruptedException {
            var database = EmbeddedDatabase.start(Path.of(arguments[0]), TestDatabase.PROGRAMS, 0);
            remember(database, "acknowledged");
            System.out.println("acknowledged");
            Thread.sleep(60_000);
        }
    }
}
