package org.diandan.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.diandan.shared.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(BellTest.Ringing.class)
class BellTest {

    private static final String BOXING = "371625";

    /** An instance that rings and is rung. */
    public static class Ringing implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("diandan.outbox.bell", "true");
        }
    }

    @Singleton
    static class Ear {
        private final Semaphore heard = new Semaphore(0);

        void hear(@Observes Rang rang) {
            heard.release();
        }
    }

    @Inject
    Outbox outbox;

    @Inject
    Ids ids;

    @Inject
    DataSource database;

    @Inject
    Ear ear;

    @BeforeEach
    void itIsQuiet() throws Exception {
        while (ear.heard.tryAcquire(300, TimeUnit.MILLISECONDS)) {
            ear.heard.drainPermits();
        }
    }

    @Test
    void itRingsWhenSomethingIsKept() throws Exception {
        QuarkusTransaction.requiringNew().run(() -> outbox.write(BOXING, "silent.moved", ids.of(BOXING), Map.of()));

        assertThat(ear.heard.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void itDoesNotRingForWhatIsRolledBack() throws Exception {
        QuarkusTransaction.begin();
        outbox.write(BOXING, "silent.moved", ids.of(BOXING), Map.of());
        QuarkusTransaction.rollback();

        assertThat(ear.heard.tryAcquire(1, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void itIsRungByOtherInstances() throws Exception {
        try (var other = database.getConnection();
                var statement = other.createStatement()) {
            statement.execute("notify diandan_news");
        }

        assertThat(ear.heard.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    /** The connection is cut, as a restart of the database does. */
    @Test
    void itListensAgainAfterTheDatabaseWasAway() throws Exception {
        try (var other = database.getConnection();
                var statement = other.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'diandan-bell'");
            for (int i = 0; i < 100 && !ear.heard.tryAcquire(200, TimeUnit.MILLISECONDS); i++) {
                statement.execute("notify diandan_news");
                assertThat(i).isLessThan(99);
            }
        }
    }
}
