package org.diandan.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LastWritesTest {

    private static final String SET = "insert into timer (center, subject, kind, due_at) values (?, ?, ?, ?)"
            + " on conflict (center, subject, kind) do update set due_at = excluded.due_at";

    private static final String DELETE = "delete from timer where center = ? and subject = ? and kind = ?";

    private static final Instant FIRST = Instant.parse("2001-01-01T00:00:00Z");

    @Inject
    LastWrites writes;

    @Inject
    Ids ids;

    @Inject
    Session session;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @Test
    void whatWaitsIsWrittenInItsOrderBeforeTheCommit() {
        UUID kept = ids.of("371625");
        UUID gone = ids.of("371625");

        QuarkusTransaction.requiringNew().run(() -> {
            for (int hour = 0; hour < 20; hour++) {
                set(kept, FIRST.plusSeconds(3600L * hour));
            }
            set(gone, FIRST);
            writes.add(DELETE, "371625", gone, "test.last");
            assertThat(dueAt(kept)).as("nothing is sent before the end").isEmpty();
        });

        assertThat(dueAt(kept)).containsExactly(FIRST.plusSeconds(19 * 3600L));
        assertThat(dueAt(gone)).isEmpty();
    }

    @Test
    void whoReadsInTheSameTransactionSendsBefore() {
        UUID subject = ids.of("371625");

        QuarkusTransaction.requiringNew().run(() -> {
            set(subject, FIRST);
            writes.send();
            assertThat(dueAt(subject)).containsExactly(FIRST);
        });
    }

    @Test
    void aTransactionThatIsRolledBackLeavesNothing() {
        UUID subject = ids.of("371625");

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    set(subject, FIRST);
                    throw new IllegalStateException("for the test");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(dueAt(subject)).isEmpty();
    }

    @Test
    void whatTheDatabaseRefusesRollsTheWholeTransactionBack() {
        UUID subject = ids.of("371625");

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    set(subject, FIRST);
                    writes.add(DELETE, "371625", "no id", "test.last");
                }))
                .hasRootCauseInstanceOf(SQLException.class);

        assertThat(dueAt(subject)).isEmpty();
    }

    /** Fails when what is added after the end began is left to wait. */
    @Test
    void whatIsAddedAtTheEndItselfIsSentToo() {
        UUID early = ids.of("371625");
        UUID late = ids.of("371625");

        QuarkusTransaction.requiringNew().run(() -> {
            set(early, FIRST);
            transactions.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    set(late, FIRST);
                }

                @Override
                public void afterCompletion(int status) {}
            });
        });

        assertThat(dueAt(early)).hasSize(1);
        assertThat(dueAt(late)).hasSize(1);
    }

    @Test
    void aTransactionInsideAnotherKeepsItsOwn() {
        UUID outer = ids.of("371625");
        UUID inner = ids.of("371625");

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    set(outer, FIRST);
                    QuarkusTransaction.requiringNew().run(() -> set(inner, FIRST));
                    throw new IllegalStateException("for the test");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(dueAt(outer)).isEmpty();
        assertThat(dueAt(inner)).hasSize(1);
    }

    @Test
    void withoutATransactionThereIsNoEndToWaitFor() {
        assertThatThrownBy(() -> set(ids.of("371625"), FIRST)).isInstanceOf(IllegalStateException.class);
    }

    private void set(UUID subject, Instant dueAt) {
        writes.add(SET, "371625", subject, "test.last", dueAt);
    }

    private List<Instant> dueAt(UUID subject) {
        return QuarkusTransaction.joiningExisting().call(() -> session.createNativeQuery(
                        "select due_at from timer where center = '371625' and subject = :subject", Instant.class)
                .setParameter("subject", subject)
                .getResultList());
    }
}
