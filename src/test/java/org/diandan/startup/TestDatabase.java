package org.diandan.startup;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The embedded PostgreSQL, on a fresh folder, for all tests together. Its annotation alone gives it to every
 * {@code @QuarkusTest}: nothing needs to be written there.
 */
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {
    /** Shared by all tests, so that the programs are unpacked once. */
    static final Path PROGRAMS = Path.of("target", "postgresql").toAbsolutePath();

    private static final Path FOLDER = Path.of("target", "test-data").toAbsolutePath();

    /** Between the program and the database, for the tests that cut it. */
    private static Wire wire;

    private EmbeddedDatabase database;

    static Wire wire() {
        return wire;
    }

    @Override
    public Map<String, String> start() {
        try {
            DataFolder.delete(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = EmbeddedDatabase.start(FOLDER, PROGRAMS, 0);
        wire = new Wire(database.port());
        var configuration = new HashMap<>(database.configuration());
        configuration.put(
                "quarkus.datasource.jdbc.url",
                new RunningDatabase(wire.port(), database.running().logins()).url());
        configuration.put("diandan.data-dir", FOLDER.toString());
        return configuration;
    }

    @Override
    public void stop() {
        wire.close();
        database.close();
    }
}
