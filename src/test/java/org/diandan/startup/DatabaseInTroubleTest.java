package org.diandan.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Requests while the database is away, hangs or has no connection left: each is answered in time and told to come back.
 * The limits are 5 s for an answer and 5 s for the return; what is more in the tests is for a busy machine.
 */
@QuarkusTest
class DatabaseInTroubleTest {
    private static final Duration ANSWERED = Duration.ofSeconds(8);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int CALLERS = 30;
    private static final ExecutorService POOL = Executors.newCachedThreadPool();

    @TestHTTPResource("/q/health/ready")
    URI ready;

    @TestHTTPResource("/q/health/live")
    URI live;

    @Inject
    DataSource database;

    private final Wire wire = TestDatabase.wire();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Api api = Api.anonymous();

    @BeforeEach
    void beWell() {
        api.get("/probe/reading").expect(200);
    }

    @AfterEach
    void mend() {
        wire.mend();
        await(() -> status(ready) == 200);
    }

    @Test
    void aDatabaseThatIsCutOffIsToldAndItsReturnIsNoticed() {
        wire.cut();

        everyRequestIsToldToComeBack();
        await(() -> status(ready) == 503);
        assertThat(status(live)).isEqualTo(200);

        wire.mend();
        await(() -> status(ready) == 200);
        everyRequestIsDone();
    }

    /** Fails when the socket has no time limit, and no request has: nobody is answered before the wire is mended. */
    @Test
    void aDatabaseThatHangsKeepsNobodyWaiting() {
        wire.hold();

        everyRequestIsToldToComeBack();
        await(() -> status(ready) == 503);
        assertThat(status(live)).isEqualTo(200);

        wire.mend();
        await(() -> status(ready) == 200);
        everyRequestIsDone();
    }

    @Test
    void withoutAFreeConnectionOneIsToldToComeBack() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                taken.add(database.getConnection());
            }
            everyRequestIsToldToComeBack();
            assertThat(status(live)).isEqualTo(200);
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        everyRequestIsDone();
    }

    private void everyRequestIsToldToComeBack() {
        var begun = Instant.now();
        assertThat(calls()).allSatisfy(call -> {
            Answer answer = call.join().expect(503, "unavailable");
            assertThat(answer.header("Retry-After")).isPresent();
        });
        assertThat(Duration.between(begun, Instant.now())).isLessThan(ANSWERED);
    }

    private void everyRequestIsDone() {
        assertThat(calls()).allSatisfy(call -> call.join().expect(200));
    }

    private List<CompletableFuture<Answer>> calls() {
        return Stream.generate(() -> CompletableFuture.supplyAsync(() -> api.get("/probe/reading"), POOL))
                .limit(CALLERS)
                .toList();
    }

    private int status(URI uri) {
        try {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        var end = Instant.now().plus(SOON);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("still waiting").isBefore(end);
            LockSupport.parkNanos(100_000_000);
        }
    }
}
