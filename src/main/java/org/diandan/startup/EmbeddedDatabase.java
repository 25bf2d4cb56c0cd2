package org.diandan.startup;

import static org.diandan.startup.StartupProblem.DATABASE_FAILED;
import static org.diandan.startup.StartupProblem.DISK_FULL;
import static org.diandan.startup.StartupProblem.FOLDER_DAMAGED;
import static org.diandan.startup.StartupProblem.OTHER_VERSION;
import static org.diandan.startup.StartupProblem.PORT_TAKEN;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A real PostgreSQL server that belongs to this program: made, started and stopped by it, reachable from this machine
 * alone, with its data in the data folder.
 *
 * <p>It runs apart from the terminal (a Ctrl-C reaches only the program), so that it is stopped after the last request
 * and not together with it. A server that outlived its killed program is stopped at the next start.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final int ATTEMPTS = 20;
    private static final long NANOS_BETWEEN_ATTEMPTS = 500_000_000;
    private static final int LOG_KEPT_BYTES = 1 << 20;

    /** Given at each start and so stronger than any file: an acknowledged write must survive a crash. */
    private static final String DURABLE = "-c fsync=on -c synchronous_commit=on -c full_page_writes=on";

    /** Errors reach the program, which logs them; with their values they would put personal data into the log. */
    private static final String QUIET =
            "-c log_min_messages=log -c log_min_error_statement=panic -c log_error_verbosity=terse -c log_checkpoints=off";

    private final DataFolder folder;
    private final PostgresPrograms programs;
    private final int port;
    private final DatabaseLogins logins;

    private EmbeddedDatabase(DataFolder folder, PostgresPrograms programs, int port, DatabaseLogins logins) {
        this.folder = folder;
        this.programs = programs;
        this.port = port;
        this.logins = logins;
    }

    /** Starts the server on {@code data}; {@code port} 0 takes any free one. */
    static EmbeddedDatabase start(Path data, int port) {
        return start(data, data.resolve("postgresql"), port);
    }

    /** As {@link #start(Path, int)}, with PostgreSQL's programs unpacked elsewhere than in the data folder. */
    static EmbeddedDatabase start(Path data, Path programsFolder, int port) {
        var folder = DataFolder.open(data);
        try {
            var programs = PostgresPrograms.in(programsFolder);
            if (!Files.isDirectory(folder.database())) {
                make(folder, programs);
            }
            requireVersion(folder, programs.majorVersion());
            stopLeftover(folder, programs);
            var logins = DatabaseLogins.read(folder.database());
            return new EmbeddedDatabase(folder, programs, launch(folder, programs, port), logins);
        } catch (IOException e) {
            folder.close();
            throw CannotStart.writing(folder.root(), e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    RunningDatabase running() {
        return new RunningDatabase(port, logins);
    }

    String url() {
        return running().url();
    }

    /** What Quarkus must be told: requests log in as the program, migrations as the owner of the tables. */
    Map<String, String> configuration() {
        return Map.of(
                "quarkus.datasource.jdbc.url", url(),
                "quarkus.datasource.username", DatabaseLogins.PROGRAM,
                "quarkus.datasource.password", logins.program(),
                "quarkus.flyway.username", DatabaseLogins.OWNER,
                "quarkus.flyway.password", logins.owner());
    }

    int port() {
        return port;
    }

    /** Stops the server after its running transactions are rolled back and all pages are written. */
    @Override
    public void close() {
        try {
            stop(folder, programs, "fast");
        } finally {
            folder.close();
        }
    }

    private static void make(DataFolder folder, PostgresPrograms programs) throws IOException {
        var cluster = folder.databaseInTheMaking();
        DataFolder.delete(cluster);
        // The C.UTF-8 of PostgreSQL itself: the same order on every system, so no index breaks after an upgrade of the
        // system's libraries. "reject": nobody logs in as the superuser.
        var made = programs.initdb(List.of(
                "--pgdata=" + cluster,
                "--username=postgres",
                "--auth=reject",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums",
                "--no-instructions"));
        requireSuccess(folder, made);
        var logins = DatabaseLogins.invent();
        requireSuccess(folder, programs.singleUser(cluster, "postgres", logins.statementsForServer()));
        requireSuccess(folder, programs.singleUser(cluster, DatabaseLogins.DATABASE, logins.statementsForDatabase()));
        logins.write(cluster);
        Files.move(cluster, folder.database(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void requireVersion(DataFolder folder, String needed) throws IOException {
        try {
            var found =
                    Files.readString(folder.database().resolve("PG_VERSION")).strip();
            if (!found.equals(needed)) {
                throw new CannotStart(OTHER_VERSION, folder.root(), found, needed);
            }
        } catch (NoSuchFileException e) {
            throw new CannotStart(FOLDER_DAMAGED, folder.root());
        }
    }

    /**
     * We hold the folder's lock, so a server that runs on it has lost its program: it is stopped. A number that now
     * belongs to another program (after a restart of the machine or container) would make PostgreSQL refuse to start.
     */
    private static void stopLeftover(DataFolder folder, PostgresPrograms programs) throws IOException {
        var file = folder.database().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        var process = lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")
                ? null
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).orElse(null);
        if (process == null) {
            return;
        }
        if (process.info().command().filter(EmbeddedDatabase::isPostgres).isEmpty()) {
            Files.delete(file);
        } else if (stop(folder, programs, "fast").failed()) {
            stop(folder, programs, "immediate");
        }
    }

    private static boolean isPostgres(String command) {
        return Path.of(command).getFileName().toString().startsWith("postgres");
    }

    private static int launch(DataFolder folder, PostgresPrograms programs, int wanted) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = wanted == 0 ? freePort() : wanted;
            long logged = trimLog(folder);
            var outcome = programs.pgCtl(List.of(
                    "start",
                    "--pgdata=" + folder.database(),
                    "--log=" + folder.log(),
                    "--wait",
                    "--timeout=300",
                    "--options=-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= " + DURABLE
                            + " " + QUIET));
            if (!outcome.failed()) {
                return port;
            }
            var words = outcome.output() + textFrom(folder.log(), logged);
            // Processes of a server that was killed let go of its memory within moments.
            boolean passing =
                    words.contains("shared memory block") || (wanted == 0 && words.contains("could not bind"));
            if (!passing || attempt == ATTEMPTS) {
                throw diagnosis(folder, port, words);
            }
            LockSupport.parkNanos(NANOS_BETWEEN_ATTEMPTS);
        }
    }

    /** Names the problem behind what PostgreSQL's programs said. */
    static CannotStart diagnosis(DataFolder folder, int port, String words) {
        if (CannotStart.saysDiskFull(words)) {
            return new CannotStart(DISK_FULL, folder.root());
        }
        if (words.contains("could not bind")) {
            return new CannotStart(PORT_TAKEN, port);
        }
        var lines = words.lines().filter(line -> !line.isBlank()).toList();
        var last = lines.subList(Math.max(0, lines.size() - 5), lines.size());
        return new CannotStart(DATABASE_FAILED, folder.log(), String.join(" | ", last));
    }

    private static void requireSuccess(DataFolder folder, PostgresPrograms.Outcome outcome) {
        if (outcome.failed()) {
            throw diagnosis(folder, 0, outcome.output());
        }
    }

    private static PostgresPrograms.Outcome stop(DataFolder folder, PostgresPrograms programs, String mode) {
        return programs.pgCtl(
                List.of("stop", "--pgdata=" + folder.database(), "--mode=" + mode, "--wait", "--timeout=30"));
    }

    private static long trimLog(DataFolder folder) throws IOException {
        var log = folder.log();
        if (!Files.exists(log)) {
            return 0;
        }
        if (Files.size(log) > LOG_KEPT_BYTES) {
            Files.move(log, log.resolveSibling("database.old.log"), StandardCopyOption.REPLACE_EXISTING);
            return 0;
        }
        return Files.size(log);
    }

    private static String textFrom(Path file, long offset) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        var bytes = Files.readAllBytes(file);
        return new String(bytes, (int) offset, bytes.length - (int) offset, StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
