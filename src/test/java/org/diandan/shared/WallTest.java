package org.diandan.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second wall as the database keeps it, whoever asks and whatever their statement says. */
@QuarkusTest
class WallTest {

    private static final String HERE = "659101";
    private static final String THERE = "659102";
    private static final List<String> BOTH = List.of(HERE, THERE);

    @Inject
    Wall wall;

    @Inject
    Session session;

    @Inject
    DataSource database;

    @Inject
    Ids ids;

    @BeforeEach
    void twoCentersHaveARow() {
        everywhere(() -> sql("insert into order_number (center, month, next) values ('659101', '2611', 1),"
                + " ('659102', '2611', 1)"));
    }

    @AfterEach
    void empty() {
        for (String table : List.of("order_number", "guest", "account")) {
            everywhere(() -> sql("delete from " + table + " where center in ('659101', '659102')"));
        }
    }

    @Test
    void whoSaysNothingSeesNothingAndWritesNothing() {
        assertThat(seen("")).isEmpty();
        assertThat(seen(",")).isEmpty();
        assertThat(seen(",,65910,")).isEqualTo(BOTH);
        assertThat(in("", () -> sql("update order_number set next = 2"))).isZero();
        assertThatThrownBy(() -> in("", () -> sql("insert into order_number values ('659101', '2612', 1)")))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void whoWorksForOneCenterSeesAndWritesThatOneAlone() {
        assertThat(seen(HERE)).containsExactly(HERE);
        assertThat(in(HERE, () -> sql("update order_number set next = 2 where center in ('659101', '659102')")))
                .isOne();
        assertThat(in(HERE, () -> sql("delete from order_number where center = '659102'")))
                .isZero();
        assertThatThrownBy(() -> in(HERE, () -> sql("insert into order_number values ('659102', '2612', 1)")))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> in(HERE, () -> sql("update order_number set center = '659102', month = '2612'")))
                .hasStackTraceContaining("row-level security");
    }

    /** The control: with the wall open, the same statements find both. */
    @Test
    void whoWorksEverywhereSeesAll() {
        assertThat(seen(Wall.EVERYWHERE)).isEqualTo(BOTH);
        assertThat(everywhere(() -> sql("update order_number set next = 2 where center in ('659101', '659102')")))
                .isEqualTo(2);
    }

    @Test
    void whoLooksAfterAPrefectureSeesItsCounties() {
        assertThat(seen("6591")).isEqualTo(BOTH);
        assertThat(seen("6592")).isEmpty();
    }

    @Test
    void aCenterIsOpenedForTheRestOfATransactionAndNoLonger() {
        in(HERE, () -> {
            assertThat(rows()).containsExactly(HERE);
            wall.open(Opening.POOL, THERE);
            assertThat(rows()).isEqualTo(BOTH);
            return 0;
        });
        assertThat(seen(HERE)).containsExactly(HERE);
    }

    @Test
    void aTransactionWithinAnotherSaysForItself() {
        in(HERE, () -> {
            assertThat(seen(THERE)).containsExactly(THERE);
            assertThat(rows()).containsExactly(HERE);
            return 0;
        });
    }

    @Test
    void aConnectionThatIsGivenBackSeesNothing() throws Exception {
        seen(Wall.EVERYWHERE);
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from order_number")) {
            row.next();
            assertThat(row.getLong(1)).isZero();
        }
    }

    @Test
    void aGuestIsSeenWhereTheyAreAndNobodyElseOfTheirCenter() {
        UUID guest = account(HERE);
        UUID other = account(HERE);
        assertThat(accounts(THERE)).isEmpty();

        in(THERE, () -> {
            wall.welcome(guest, THERE);
            return 0;
        });

        assertThat(accounts(THERE)).containsExactly(guest);
        assertThat(accounts(HERE)).containsExactlyInAnyOrder(guest, other);
    }

    @Test
    void whoIsAGuestAlreadyIsWelcomedAgainFromAnywhere() {
        UUID guest = account(HERE);
        for (String working : List.of(THERE, HERE)) {
            in(working, () -> {
                wall.welcome(guest, THERE);
                return 0;
            });
        }
        assertThat(accounts(THERE)).containsExactly(guest);
    }

    @Test
    void nobodyIsLetInFromOutside() {
        assertThatThrownBy(() -> in(HERE, () -> {
                    wall.welcome(account(HERE), THERE);
                    return 0;
                }))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void theHomeOfAnIdIsTheSameInTheDatabaseAndInJava() {
        for (String center : List.of(HERE, "000000", "371625", "999999", "210321")) {
            UUID id = ids.of(center);
            assertThat(everywhere(() -> session.createNativeQuery("select home_of(:id)", String.class)
                            .setParameter("id", id)
                            .getSingleResult()))
                    .isEqualTo(Ids.centerOf(id));
        }
    }

    private UUID account(String center) {
        UUID id = ids.of(center);
        everywhere(() -> session.createNativeMutationQuery(
                        "insert into account (center, id, name, state, token_generation, created_at, version)"
                                + " values (:center, :id, '王', 'ACTIVE', 0, now(), 0)")
                .setParameter("center", center)
                .setParameter("id", id)
                .executeUpdate());
        return id;
    }

    private List<UUID> accounts(String working) {
        return in(working, () -> session.createNativeQuery(
                        "select id from account where center in ('659101', '659102')", UUID.class)
                .getResultList());
    }

    private List<String> seen(String working) {
        return in(working, this::rows);
    }

    private List<String> rows() {
        return session.createNativeQuery(
                        "select center from order_number where center in ('659101', '659102') order by center",
                        String.class)
                .getResultList();
    }

    private int sql(String statement) {
        return session.createNativeMutationQuery(statement).executeUpdate();
    }

    private <T> T everywhere(Supplier<T> task) {
        return in(Wall.EVERYWHERE, task);
    }

    private <T> T in(String center, Supplier<T> task) {
        return wall.in(
                Opening.START, center, () -> QuarkusTransaction.requiringNew().call(task::get));
    }
}
