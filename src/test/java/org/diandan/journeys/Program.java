package org.diandan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged program as its users start it: a process of its own, with the demo planted in a folder of its own. */
final class Program implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final String READY = "The demo is ready at";
    private static final String FAILED = "The demo could not be planted";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path data;
    private final Path log;
    private final int port;
    private Process process;

    /** Names where it will run; nothing runs yet. */
    Program(Path folder) throws IOException {
        data = folder.resolve("data");
        log = folder.resolve("program.log");
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    /** Returns when it answers and everything is planted. */
    void start() throws IOException, InterruptedException {
        Files.deleteIfExists(log);
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dquarkus.profile=demo",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Ddiandan.data-dir=" + data,
                        // All clients sign in as the same few people.
                        "-Ddiandan.http.requests-per-minute.account=0",
                        "-Ddiandan.http.requests-per-minute.address=0",
                        "-jar",
                        JAR.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Instant end = Instant.now().plus(PATIENCE);
        while (!words().contains(READY)) {
            boolean hope = process.isAlive()
                    && !words().contains(FAILED)
                    && Instant.now().isBefore(end);
            assertThat(hope).as("The program starts: %s", words()).isTrue();
            Thread.sleep(50);
        }
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + port + "/api/v1");
    }

    /** What it has said since its last start. */
    String words() throws IOException {
        return Files.readString(log);
    }

    /** SIGKILL: no hook runs, nothing is flushed. The database server is no child of it and lives on. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGKILL to the database server and each of its workers. */
    void killDatabase() throws IOException {
        List<ProcessHandle> server = database();
        server.forEach(ProcessHandle::destroyForcibly);
        server.forEach(each -> each.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    }

    boolean isDatabaseAlive() throws IOException {
        return !database().isEmpty();
    }

    /** Does what no endpoint does, as the owner of the tables. */
    void sql(String statement) throws IOException, SQLException {
        var logins = new Properties();
        try (var file = Files.newBufferedReader(data.resolve("database/diandan-logins.properties"))) {
            logins.load(file);
        }
        var owner = "diandan_owner";
        var url = "jdbc:postgresql://127.0.0.1:" + lockFile().get(3) + "/diandan?options=-c%20app.centers=*";
        try (var connection = DriverManager.getConnection(url, owner, logins.getProperty(owner));
                var work = connection.createStatement()) {
            assertThat(work.executeUpdate(statement)).isPositive();
        }
    }

    /** Leaves no process behind, whatever the test came to. */
    @Override
    public void close() throws IOException, InterruptedException {
        if (process != null) {
            kill();
            killDatabase();
        }
    }

    /** The server that runs now, its workers after it; the number in a stale lock file may be anybody's. */
    private List<ProcessHandle> database() throws IOException {
        List<String> lock = lockFile();
        return lock.isEmpty()
                ? List.of()
                : ProcessHandle.of(Long.parseLong(lock.get(0).strip())).stream()
                        .filter(server -> server.info().command().orElse("").startsWith(data.toString()))
                        .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                        .toList();
    }

    private List<String> lockFile() throws IOException {
        Path file = data.resolve("database/postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
