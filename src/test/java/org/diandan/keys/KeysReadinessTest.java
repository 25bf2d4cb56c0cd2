package org.diandan.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.diandan.http.Api;
import org.diandan.shared.Rest;
import org.diandan.shared.Texts;
import org.diandan.startup.DatabaseReady;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class KeysReadinessTest {

    @Inject
    @Readiness
    KeysReadiness readiness;

    @Inject
    Rest rest;

    @Inject
    Session session;

    @AfterEach
    void theOthersKeyIsForgotten() {
        write("delete from sealing_key where fingerprint = 'of another'");
        readiness.compare(new DatabaseReady());
    }

    @Test
    void anInstanceWithTheRegisteredKeysIsReadyAndWorks() {
        assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
        assertThat(rest.isDue()).isFalse();
        Api.anonymous().get("/services").expect(200);
    }

    /** Fails when schedules, or requests, are let in with keys that find nobody. */
    @Test
    void anInstanceWithoutAKeyThatIsRegisteredSaysWhatToDoAndDoesNothing() {
        write("insert into sealing_key values ('000000', 'SEALING', 1, 'of another', now())");

        assertThatThrownBy(() -> readiness.compare(new DatabaseReady())).hasMessageContaining("keys/key-set.json");

        assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(readiness.call().getData().orElseThrow().get("reason").toString())
                .contains("keys/key-set.json")
                .contains("diandan.keys.set-file");
        assertThat(rest.isDue()).isTrue();
        assertThat(rest.test(null)).isTrue();
        Api.anonymous().get("/services").expect(503, "unavailable");

        write("delete from sealing_key where fingerprint = 'of another'");
        readiness.compare(new DatabaseReady());
        assertThat(rest.isDue()).isFalse();
        Api.anonymous().get("/services").expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.diandan.outbox.Relay",
                "org.diandan.timers.Sweeper",
                "org.diandan.jobs.Worker",
                "org.diandan.audit.Sealer"
            })
    void whatRunsByItselfAsksBeforeEachTurn(String type) throws ClassNotFoundException {
        List<Scheduled> schedules = Arrays.stream(Class.forName(type).getDeclaredMethods())
                .flatMap(method -> Arrays.stream(method.getAnnotationsByType(Scheduled.class)))
                .toList();

        assertThat(schedules).isNotEmpty().allSatisfy(schedule -> assertThat(schedule.skipExecutionIf())
                .isEqualTo(Rest.class));
    }

    @ParameterizedTest
    @EnumSource(Registration.Obstacle.class)
    void everyObstacleHasItsWords(Registration.Obstacle obstacle) {
        String key = "readiness." + obstacle.name().toLowerCase(Locale.ROOT).replace('_', '-');

        assertThat(Texts.of(KeysReadiness.class, key, Texts.DEFAULT)).contains("keys");
        assertThat(Texts.of(KeysReadiness.class, key, Locale.ENGLISH)).contains("keys");
    }

    private void write(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery(sql).executeUpdate());
    }
}
