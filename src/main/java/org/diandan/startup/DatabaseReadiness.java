package org.diandan.startup;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Ready when the schema is there and the database answers, durably and to an ordinary role. Says so within a second
 * even when the database hangs: a question that is still open is waited for, not asked again.
 */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements HealthCheck {
    private static final long MILLIS_TO_ANSWER = 900;

    private final Migrations migrations;
    private final DurabilityCheck durability;
    private final ExecutorService asking = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "readiness");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Future<List<String>> question;

    DatabaseReadiness(Migrations migrations, DurabilityCheck durability) {
        this.migrations = migrations;
        this.durability = durability;
    }

    @Override
    public HealthCheckResponse call() {
        if (!migrations.done()) {
            return down("The schema is not there yet: the database is away or a migration failed (see the log)");
        }
        try {
            var complaints = ask().get(MILLIS_TO_ANSWER, TimeUnit.MILLISECONDS);
            return complaints.isEmpty() ? HealthCheckResponse.up("database") : down(String.join("; ", complaints));
        } catch (TimeoutException e) {
            return down("The database does not answer");
        } catch (ExecutionException e) {
            return down("The database is away");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return down("The program is stopping");
        }
    }

    @PreDestroy
    void stop() {
        asking.shutdownNow();
    }

    private synchronized Future<List<String>> ask() {
        if (question == null || question.isDone()) {
            question = asking.submit((Callable<List<String>>) durability::complaints);
        }
        return question;
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named("database")
                .down()
                .withData("reason", reason)
                .build();
    }
}
