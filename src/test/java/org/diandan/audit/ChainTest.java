package org.diandan.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.diandan.audit.Verification.Chain;
import org.diandan.audit.Verification.Finding;
import org.diandan.audit.Verification.Flaw;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chain of a county that no other test writes in. */
@QuarkusTest
class ChainTest {

    private static final String COUNTY = "659001";

    @Inject
    Audit audit;

    @Inject
    Sealer sealer;

    @Inject
    Session session;

    @Inject
    Ids ids;

    @BeforeEach
    void twoSealsOfThreeEntries() {
        for (int seal = 0; seal < 2; seal++) {
            for (int entry = 0; entry < 3; entry++) {
                decide("CLERK " + entry);
            }
            sealer.seal();
        }
    }

    @Test
    void whatNobodyTouchedIsIntact() throws SQLException {
        Chain chain = whenOwner("select 1");

        assertThat(chain.findings()).isEmpty();
        assertThat(chain.sealed()).isEqualTo(count("audit_entry"));
        assertThat(chain.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "detail = detail || 'x'",
                "actor = null",
                "at = at + interval '1 microsecond'",
                "site = '659001001'",
                "operation = detail, detail = operation",
                "subject = '0'",
                "decision = 'REVOKED'",
                "kind = 'LOOK', decision = null"
            })
    void aChangedEntryIsFound(String change) throws SQLException {
        Chain chain = whenOwner("update audit_entry set " + change + " where center = '659001' and id = (select"
                + " entries[2] from audit_seal where center = '659001' and number = 2)");

        assertThat(chain.findings()).containsExactly(new Finding(Flaw.ENTRIES_CHANGED, COUNTY, 2, 0));
    }

    @Test
    void aDeletedEntryIsFound() throws SQLException {
        Chain chain = whenOwner("delete from audit_entry where center = '659001' and id = (select entries[3]"
                + " from audit_seal where center = '659001' and number = 1)");

        assertThat(chain.findings()).containsExactly(new Finding(Flaw.ENTRIES_MISSING, COUNTY, 1, 1));
    }

    @Test
    void anotherOrderIsFound() throws SQLException {
        Chain chain = whenOwner("update audit_seal set entries = array[entries[2], entries[1], entries[3]]"
                + " where center = '659001' and number = 2");

        assertThat(chain.findings()).containsExactly(new Finding(Flaw.ENTRIES_CHANGED, COUNTY, 2, 0));
    }

    @Test
    void anEntryTakenOutOfItsSealTooIsFound() throws SQLException {
        Chain chain = whenOwner(
                "delete from audit_entry where center = '659001' and id = (select entries[3] from audit_seal"
                        + " where center = '659001' and number = 2)",
                "update audit_seal set entries = entries[1:2] where center = '659001' and number = 2");

        assertThat(chain.findings()).containsExactly(new Finding(Flaw.ENTRIES_CHANGED, COUNTY, 2, 0));
    }

    @Test
    void aForgedEntryIsFound() throws SQLException {
        Chain chain =
                whenOwner("insert into audit_entry select center, '" + ids.of(COUNTY) + "', kind, at, site, actor,"
                        + " operation, decision, subject_kind, subject, through_kind, through, detail from audit_entry"
                        + " where center = '659001' limit 1");

        assertThat(chain.findings()).containsExactly(new Finding(Flaw.ENTRIES_UNKNOWN, COUNTY, 0, 1));
    }

    @Test
    void aSealThatIsGoneIsFound() throws SQLException {
        Chain chain = whenOwner("delete from audit_seal where center = '659001' and number = 1");

        assertThat(chain.findings()).extracting(Finding::flaw).containsExactly(Flaw.CHAIN_BROKEN, Flaw.ENTRIES_UNKNOWN);
    }

    @Test
    void theLastSealThatIsGoneIsFoundByItsEntries() throws SQLException {
        Chain chain = whenOwner("delete from audit_seal where center = '659001' and number ="
                + " (select max(number) from audit_seal where center = '659001')");

        assertThat(chain.findings()).extracting(Finding::flaw).containsExactly(Flaw.ENTRIES_UNKNOWN);
    }

    @Test
    void theProgramCannotChangeWhatItWrote() {
        for (String sql : List.of(
                "update audit_entry set detail = '' where center = '659001'",
                "delete from audit_entry where center = '659001'",
                "truncate audit_entry",
                "update audit_seal set hash = '' where center = '659001'",
                "delete from audit_seal where center = '659001'")) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() -> session.createNativeMutationQuery(sql).executeUpdate()))
                    .as(sql)
                    .hasStackTraceContaining("permission denied");
        }
    }

    /** What holds on a server of one login: the owner has to allow it to himself first, which no mistake does. */
    @Test
    void theOwnerCannotChangeItByMistake() throws SQLException {
        try (Connection owner = owner();
                var statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute("delete from audit_entry where center = '659001'"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void anEntryWithASmallerIdThatIsCommittedLaterIsSealedAsWell() throws Exception {
        var written = new CountDownLatch(1);
        var sealed = new CountDownLatch(1);
        var late = Executors.newSingleThreadExecutor();
        var done = late.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
            decide("late");
            written.countDown();
            await(sealed);
        }));
        await(written);
        decide("on time");
        sealer.seal();
        sealed.countDown();
        done.get();
        late.shutdown();
        assertThat(whenOwner("select 1").waiting()).isOne();

        sealer.seal();

        Chain chain = whenOwner("select 1");
        assertThat(chain.findings()).isEmpty();
        assertThat(chain.waiting()).isZero();
    }

    @Test
    void severalInstancesThatSealAtOnceMakeOneChain() throws Exception {
        var crowd = Executors.newFixedThreadPool(6);
        Callable<Void> writer = () -> {
            for (int i = 0; i < 40; i++) {
                decide("CLERK " + i);
            }
            return null;
        };
        Callable<Void> sealing = () -> {
            for (int i = 0; i < 10; i++) {
                sealer.seal();
            }
            return null;
        };
        for (var done : crowd.invokeAll(
                Stream.of(writer, sealing, writer, sealing, writer, sealing).toList())) {
            done.get();
        }
        crowd.shutdown();
        sealer.seal();

        Chain chain = whenOwner("select 1");
        assertThat(chain.findings()).isEmpty();
        assertThat(chain.sealed()).isEqualTo(count("audit_entry"));
        assertThat(chain.waiting()).isZero();
    }

    @Test
    void theCommandSaysInPlainWordsWhatItFoundAndEndsWithOne() throws SQLException {
        var said = new StringWriter();
        int intact = AuditCommand.verify(owner(), COUNTY, new PrintWriter(said));
        assertThat(intact).isZero();
        assertThat(said.toString()).contains(COUNTY);

        try (Connection owner = owner()) {
            tamper(
                    owner,
                    "delete from audit_entry where center = '659001' and id = (select entries[1]"
                            + " from audit_seal where center = '659001' and number = 1)");
            int broken = AuditCommand.verify(owner, COUNTY, new PrintWriter(said));
            owner.rollback();
            assertThat(broken).isOne();
        }
    }

    private void decide(String detail) {
        audit.decided(
                Decision.GRANTED,
                Actor.of(new UUID(1, 1)),
                COUNTY,
                Subject.of(Subject.Kind.ACCOUNT, new UUID(2, 2)),
                detail);
    }

    /** The chain as it would be after the owner of the tables did something, which is then undone. */
    private static Chain whenOwner(String... does) throws SQLException {
        try (Connection owner = owner()) {
            tamper(owner, does);
            Chain chain = new Verification(owner).verify(COUNTY);
            owner.rollback();
            return chain;
        }
    }

    private static void tamper(Connection owner, String... does) throws SQLException {
        owner.setAutoCommit(false);
        try (var statement = owner.createStatement()) {
            statement.execute("grant update, delete on audit_entry, audit_seal to current_user");
            for (String sql : does) {
                statement.execute(sql);
            }
        }
    }

    private static Connection owner() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class) + "?options=-c%20app.centers=*",
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
    }

    private long count(String table) {
        return QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery(
                        "select count(*) from " + table + " where center = '659001'", Long.class)
                .getSingleResult());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
