package org.diandan.keys;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.diandan.keys.Registration.Obstacle;
import org.diandan.shared.Hindrance;
import org.diandan.shared.Texts;
import org.diandan.startup.BetweenMigrations;
import org.diandan.startup.DatabaseReady;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** Ready when this instance has all keys that the database knows: the first that started here registered its own. */
@Readiness
@ApplicationScoped
class KeysReadiness implements HealthCheck, Hindrance {

    private static final String NAME = "keys";

    private final DataSource database;
    private final Keys keys;
    private final Clock clock;
    private volatile @Nullable String complaint = "";

    KeysReadiness(DataSource database, Keys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /** Before any other hears that the database is there, who would read what is sealed or find nobody by a number. */
    void compare(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) DatabaseReady news) {
        compare();
    }

    /** Before anything is sealed. */
    void compare(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) BetweenMigrations news) {
        compare();
    }

    /** @throws IllegalStateException if the keys are others: what starts the program tries again, until the right ones are there */
    private void compare() {
        try (Connection connection = database.getConnection()) {
            Optional<Obstacle> obstacle = new Registration(connection).compare(keys.set(), clock.instant());
            complaint = obstacle.map(KeysReadiness::advice).orElse(null);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        if (complaint != null) {
            throw new IllegalStateException(complaint);
        }
    }

    private static String advice(Obstacle obstacle) {
        String key = "readiness." + obstacle.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Texts.of(KeysReadiness.class, key, Locale.getDefault());
    }

    @Override
    public boolean hinders() {
        return complaint != null;
    }

    @Override
    public HealthCheckResponse call() {
        String why = complaint;
        return why == null
                ? HealthCheckResponse.up(NAME)
                : HealthCheckResponse.named(NAME).down().withData("reason", why).build();
    }
}
