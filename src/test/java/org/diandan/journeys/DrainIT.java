package org.diandan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.diandan.journeys.Caller.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is asked to end: it says that it is not ready any more, answers what runs, and ends.
 *
 * <p>Control: with {@code quarkus.shutdown.timeout=0S} the request that runs gets no answer, and this fails; without the
 * delay nobody can be told that it is not ready any more.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DrainIT {

    private static final int SECONDS_TO_END = 30;

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Program program;

    @BeforeEach
    void start() throws Exception {
        program = new Program(
                folder,
                Map.of(
                        // As where somebody watches: the demo ends at once.
                        "quarkus.shutdown.delay", "2S",
                        // On a busy machine what waits here is not to be sent away.
                        "diandan.http.request-time", "PT60S",
                        "quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout", "60",
                        "quarkus.datasource.jdbc.additional-jdbc-properties.options",
                                "-c statement_timeout=60000 -c TimeZone=UTC"));
        program.start();
    }

    @AfterEach
    void leaveNothingRunning() throws Exception {
        program.close();
    }

    @Test
    void whatRunsIsAnsweredAfterItWasToldToEndAndReadinessIsDownBefore() throws Exception {
        var clerk = new Caller(program.api(), "clerk-jinxiu");
        clerk.signIn();
        CompletableFuture<Answer> running;
        try (Connection lock = program.connection();
                var statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("lock table orders in exclusive mode");
            running = CompletableFuture.supplyAsync(() -> places(clerk));
            awaitSomebodyWaits(lock);
            program.terminate();
            await(() -> status("ready") == 503);
            // While others can still be told, nothing ends; then new requests are sent away.
            await(() -> status("live") != 200);
            assertThat(running).as("what runs").isNotDone();
            lock.rollback();
        }
        assertThat(running.get(SECONDS_TO_END, TimeUnit.SECONDS).status()).isEqualTo(201);
        program.process().onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
        assertThat(program.isDatabaseAlive()).as("its database").isFalse();
    }

    private static Answer places(Caller clerk) {
        try {
            return clerk.post(
                    "/orders",
                    "drain",
                    Map.of(
                            "service",
                            Client.SERVICE,
                            "site",
                            Client.SITE,
                            "need",
                            "厨房的灯坏了",
                            "orderedFor",
                            Map.of("name", "居民", "phone", "13812345678"),
                            "channel",
                            "PHONE",
                            "consent",
                            Map.of("by", "PHONE", "version", 1),
                            "risksAcknowledged",
                            1,
                            "urgency",
                            "NORMAL"));
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    private static void awaitSomebodyWaits(Connection connection) throws Exception {
        try (var statement = connection.createStatement()) {
            boolean waits = false;
            while (!waits) {
                try (var row = statement.executeQuery("select exists (select from pg_locks where not granted)")) {
                    row.next();
                    waits = row.getBoolean(1);
                }
            }
        }
    }

    /** Of a question about its health; 0 if nobody answers. */
    private int status(String question) {
        try {
            var request = HttpRequest.newBuilder(program.api().resolve("/q/health/" + question));
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(SECONDS_TO_END));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("still waiting").isBefore(end);
        }
    }
}
