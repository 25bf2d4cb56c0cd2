package org.diandan.startup;

import static org.diandan.startup.StartupProblem.ALREADY_RUNNING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An embedded server that runs: where it is found, and how one logs in. */
record RunningDatabase(int port, DatabaseLogins logins) {

    /** Of {@code postmaster.pid}, as PostgreSQL's {@code pidfile.h} counts them from 1. */
    private static final int LINE_OF_PORT = 4 - 1;

    /** The server that another program has started on {@code data}. */
    static RunningDatabase on(Path data) {
        var cluster = DataFolder.databaseIn(data);
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"), StandardCharsets.UTF_8);
            return new RunningDatabase(Integer.parseInt(lines.get(LINE_OF_PORT).strip()), DatabaseLogins.read(cluster));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            throw new CannotStart(ALREADY_RUNNING, data.toAbsolutePath().normalize());
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DatabaseLogins.DATABASE;
    }
}
