package org.diandan.journeys;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged program as its users start it: a process of its own, with the demo planted in a folder of its own. */
public final class Program implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final String READY = "The demo is ready at";
    private static final String FAILED = "The demo could not be planted";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path data;
    private final Path log;
    private final Map<String, String> settings;
    private final int port;
    private Process process;

    /** Names where it will run; nothing runs yet. */
    Program(Path folder) throws IOException {
        this(folder, Map.of());
    }

    /**
     * Names where it will run and how; nothing runs yet.
     *
     * @param settings of its configuration, stronger than those that all have here
     */
    public Program(Path folder, Map<String, String> settings) throws IOException {
        data = Files.createDirectories(folder).resolve("data");
        log = folder.resolve("program.log");
        this.settings = settings;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    /** Returns when it answers and everything is planted. */
    public void start() throws IOException, InterruptedException {
        launch();
        Instant end = Instant.now().plus(PATIENCE);
        while (!words().contains(READY)) {
            if (!process.isAlive() || words().contains(FAILED) || Instant.now().isAfter(end)) {
                throw new IllegalStateException("The program does not start: " + words());
            }
            Thread.sleep(50);
        }
    }

    /** Returns at once, when there is a process. */
    public void launch() throws IOException {
        Files.deleteIfExists(log);
        Map<String, String> all = new TreeMap<>(Map.of(
                "quarkus.profile", "demo",
                "quarkus.http.host", "127.0.0.1",
                "quarkus.http.port", Integer.toString(port),
                "diandan.data-dir", data.toString(),
                // All clients sign in as the same few people.
                "diandan.http.requests-per-minute.account", "0",
                "diandan.http.requests-per-minute.address", "0"));
        all.putAll(settings);
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        all.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", JAR.toString()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Its process, to be looked at. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** The folder that is its own: keys, and the database where it has an embedded one. */
    public Path data() {
        return data;
    }

    public URI api() {
        return URI.create("http://127.0.0.1:" + port + "/api/v1");
    }

    /** What it has said since its last start. */
    public String words() throws IOException {
        return Files.readString(log);
    }

    /** SIGKILL: no hook runs, nothing is flushed. The database server is no child of it and lives on. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM: it is asked to end, and ends when it has. */
    public void terminate() {
        process.destroy();
    }

    /** SIGKILL to the database server and each of its workers. */
    public void killDatabase() throws IOException {
        List<ProcessHandle> server = database();
        server.forEach(ProcessHandle::destroyForcibly);
        server.forEach(each -> each.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    }

    boolean isDatabaseAlive() throws IOException {
        return !database().isEmpty();
    }

    /** Does what no endpoint does, as the owner of the tables. */
    public void sql(String statement) throws IOException, SQLException {
        try (var connection = connection();
                var work = connection.createStatement()) {
            if (work.executeUpdate(statement) == 0) {
                throw new IllegalStateException("Nothing was changed by " + statement);
            }
        }
    }

    /** To its database, as the owner of the tables. */
    public Connection connection() throws IOException, SQLException {
        var logins = new Properties();
        try (var file = Files.newBufferedReader(data.resolve("database/diandan-logins.properties"))) {
            logins.load(file);
        }
        var owner = "diandan_owner";
        var url = "jdbc:postgresql://127.0.0.1:" + lockFile().get(3) + "/diandan?options=-c%20app.centers=*";
        return DriverManager.getConnection(url, owner, logins.getProperty(owner));
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
    public List<ProcessHandle> database() throws IOException {
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
