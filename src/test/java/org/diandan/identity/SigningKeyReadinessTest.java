package org.diandan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.diandan.startup.DatabaseReady;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class SigningKeyReadinessTest {

    @Inject
    @Readiness
    SigningKeyReadiness own;

    @Inject
    SigningKey signing;

    @Inject
    Session session;

    @Inject
    Clock clock;

    @TempDir
    Path folder;

    @Test
    void anInstanceWithTheRegisteredKeyIsReady() {
        assertThat(own.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void anInstanceWithAnotherKeyIsNotReadyAndSaysWhatToShare() {
        HealthCheckResponse answer = started(Map.of());

        assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
        assertThat(answer.getData().orElseThrow().get("reason").toString()).contains("signing-key.pem");
        own.compare(new DatabaseReady());
        assertThat(own.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void anInstanceThatIsToldToReplacesTheKeyAndTheOthersAreNotReady() {
        assertThat(started(Map.of("diandan.identity.replace-signing-key", "true"))
                        .getStatus())
                .isEqualTo(Status.UP);

        own.compare(new DatabaseReady());
        assertThat(own.call().getStatus()).isEqualTo(Status.DOWN);

        QuarkusTransaction.requiringNew().run(() -> own.register(true));
        own.compare(new DatabaseReady());
        assertThat(own.call().getStatus()).isEqualTo(Status.UP);
    }

    private HealthCheckResponse started(Map<String, String> values) {
        IdentityConfig config = config(values);
        var other = new SigningKeyReadiness(session, new SigningKey(config, folder), config, clock);
        other.compare(new DatabaseReady());
        return other.call();
    }

    private static IdentityConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(IdentityConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(IdentityConfig.class);
    }
}
