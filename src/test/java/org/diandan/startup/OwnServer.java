package org.diandan.startup;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A PostgreSQL that is no program's own, as installations with several instances have one. */
public final class OwnServer implements AutoCloseable {

    private final EmbeddedDatabase database;

    private OwnServer(EmbeddedDatabase database) {
        this.database = database;
    }

    /** Starts it on a folder of its own. */
    public static OwnServer start(Path folder) {
        return new OwnServer(EmbeddedDatabase.start(folder, TestDatabase.PROGRAMS, 0));
    }

    public int port() {
        return database.port();
    }

    /** What a program must be told to use it, by a port that leads to it. */
    public Map<String, String> settings(int port) {
        var settings = new HashMap<>(database.configuration());
        settings.put(
                "quarkus.datasource.jdbc.url",
                new RunningDatabase(port, database.running().logins()).url());
        return settings;
    }

    @Override
    public void close() {
        database.close();
    }
}
