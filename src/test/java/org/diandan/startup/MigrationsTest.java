package org.diandan.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A program whose database comes late, fails an observer, hangs and goes. */
class MigrationsTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path data;

    private final AtomicInteger told = new AtomicInteger();
    private final List<String> stops = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private EmbeddedDatabase database;
    private int port;
    private Migrations migrations;
    private DatabaseReadiness readiness;

    @BeforeEach
    void configureADatabaseThatIsAway() {
        database = EmbeddedDatabase.start(data, TestDatabase.PROGRAMS, 0);
        port = database.port();
        var configuration = database.configuration();
        var flyway = Flyway.configure()
                .dataSource(
                        database.url(),
                        configuration.get("quarkus.flyway.username"),
                        configuration.get("quarkus.flyway.password"))
                .initSql("set app.centers = '*'")
                .load();
        var durability = new DurabilityCheck(requests());
        migrations = new Migrations(flyway, durability, event(), event());
        readiness = new DatabaseReadiness(migrations, durability);
        database.close();
    }

    @AfterEach
    void stop() {
        migrations.stop(new ShutdownEvent());
        readiness.stop();
        database.close();
    }

    @Test
    void theSchemaComesWhenTheDatabaseDoes() {
        migrations.start(new StartupEvent());
        assertThat(status()).isEqualTo(Status.DOWN);

        database = EmbeddedDatabase.start(data, TestDatabase.PROGRAMS, port);

        await(migrations::done);
        assertThat(status()).isEqualTo(Status.UP);
        assertThat(told).hasValue(1);
    }

    @Test
    void whatSqlCannotDoIsDoneBetweenTwoMigrationsOnce() {
        database = EmbeddedDatabase.start(data, TestDatabase.PROGRAMS, port);

        migrations.start(new StartupEvent());
        migrations.start(new StartupEvent());

        assertThat(told).hasValue(2);
        assertThat(stops).containsExactly("33");
    }

    @Test
    void whoeverCouldNotDoItsPartIsToldAgain() {
        database = EmbeddedDatabase.start(data, TestDatabase.PROGRAMS, port);
        failures.set(1);

        migrations.start(new StartupEvent());
        assertThat(status()).isEqualTo(Status.DOWN);

        await(migrations::done);
        assertThat(told).hasValue(2);
    }

    /** Fails when readiness asks in its caller's thread: the answer then takes as long as the socket's time limit. */
    @Test
    void aHungDatabaseIsReportedWithinASecondAndItsReturnSoon() throws IOException, InterruptedException {
        database = EmbeddedDatabase.start(data, TestDatabase.PROGRAMS, port);
        migrations.start(new StartupEvent());
        assertThat(status()).isEqualTo(Status.UP);

        signal("STOP");
        try {
            var asked = Instant.now();
            assertThat(status()).isEqualTo(Status.DOWN);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofMillis(1900));
        } finally {
            signal("CONT");
        }

        await(() -> status() == Status.UP);
    }

    private Status status() {
        return readiness.call().getStatus();
    }

    private void signal(String signal) throws IOException, InterruptedException {
        var pid = Files.readAllLines(data.resolve("database/postmaster.pid")).get(0);
        assertThat(new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid)
                        .start()
                        .waitFor())
                .isZero();
    }

    private DataSource requests() {
        var configuration = database.configuration();
        var source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(configuration.get("quarkus.datasource.username"));
        source.setPassword(configuration.get("quarkus.datasource.password"));
        source.setSocketTimeout(4);
        return source;
    }

    /** Fails as often as {@link #failures} says. */
    @SuppressWarnings("unchecked")
    private <T> Event<T> event() {
        return (Event<T>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    if (arguments[0] instanceof BetweenMigrations news) {
                        stops.add(news.version());
                        return null;
                    }
                    told.incrementAndGet();
                    if (failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("an observer failed, as the test wants it");
                    }
                    return null;
                });
    }

    private static void await(BooleanSupplier condition) {
        var end = Instant.now().plus(SOON);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("still waiting").isBefore(end);
            LockSupport.parkNanos(50_000_000);
        }
    }
}
