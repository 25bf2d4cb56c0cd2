package org.diandan.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.identity.People;
import org.diandan.orders.OrderFilter.View;
import org.diandan.shared.Actor;
import org.diandan.shared.Opening;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.diandan.shared.Wall;
import org.diandan.startup.RowsRead;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A county with a hundred thousand orders in five hundred villages, of which every fifth is open. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderListsTest {

    private static final String COUNTY = "640999";
    private static final int PIECES = 10;
    private static final int LIMIT = 20;

    /** A little more than is shown: a page that was split while it was read costs some rows twice. */
    private static final int FEW = 2 * LIMIT;

    private static final String ORDERS = """
            insert into orders (center, id, version, number, state, round, revision, service, site, urgency, channel, words,
              answers, risks_version, resident, requester, placed_as, excluded_teams, time_agreed, due_at, created_at,
              changed_at)
            select '640999', gen_random_uuid(), 0, 'lists-' || n, case n %% 5 when 0 then 'ROUTING' else 'CLOSED' end, 1, 0,
              'home-haircut', '640999' || 100 + n / 5 %% 20 || 200 + n / 100 %% 25, 'NORMAL', 'PHONE', 'x', '{}', 1,
              gen_random_uuid(), gen_random_uuid(), 'CLERK', '{}', false, now() + n * interval '7 seconds', now(),
              now() - n * interval '7 seconds'
            from generate_series(%d, %d) n""";

    @Inject
    OrderLists lists;

    @Inject
    Placing placing;

    @Inject
    Orders orders;

    @Inject
    SimilarOrders similar;

    @Inject
    People people;

    @Inject
    RowsRead rowsRead;

    @Inject
    Session session;

    @Inject
    Wall wall;

    @BeforeAll
    static void fill() throws SQLException {
        int rows = 100_000 / PIECES;
        try (Connection owner = owner();
                var statement = owner.createStatement()) {
            for (int piece = 0; piece < PIECES; piece++) {
                statement.execute(ORDERS.formatted(piece * rows, (piece + 1) * rows - 1));
            }
            statement.execute("analyze orders");
            statement.execute("insert into site (center, code, level, name, parent, mode, opened_at, version)"
                    + " select '640999', code, level, code, parent, 'NORMAL', now(), 0 from (values"
                    + " ('640999', 'CENTER', null), ('640999103', 'INSTITUTE', '640999'),"
                    + " ('640999103210', 'STATION', '640999103')) site (code, level, parent)");
        }
    }

    @AfterAll
    static void empty() throws SQLException {
        try (Connection owner = owner();
                var statement = owner.createStatement()) {
            for (String table : List.of("order_entry", "order_party", "orders", "site")) {
                statement.execute("delete from " + table + " where center = '640999'");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {COUNTY, "640999103", "640999103210"})
    void aBoardReadsNoMoreOrdersThanItShows(String area) {
        Read board = read(filter(null, null), dispatcherOf(area));
        assertThat(board.rows())
                .hasSize(LIMIT + 1)
                .allMatch(row -> row.site().startsWith(area) && row.state() == OrderState.ROUTING)
                .isSortedAccordingTo(Comparator.comparing(OrderRow::dueAt));
        assertThat(board.fetched()).isBetween(LIMIT + 1L, (long) FEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {COUNTY, "640999103", "640999103210"})
    void whoPollsReadsOnlyWhatTheyAreShown(String area) {
        Read changed = read(filter(null, Instant.EPOCH), dispatcherOf(area));
        assertThat(changed.rows())
                .hasSize(LIMIT + 1)
                .allMatch(row -> row.site().startsWith(area))
                .isSortedAccordingTo(Comparator.comparing(OrderRow::changedAt));
        assertThat(changed.fetched()).isBetween(LIMIT + 1L, (long) FEW);
    }

    @Test
    void theFilterForASiteIsARangeOfAnIndexToo() {
        Read board = read(filter("640999103210", null), dispatcherOf(COUNTY));
        assertThat(board.rows()).hasSize(LIMIT + 1).allMatch(row -> row.site().equals("640999103210"));
        assertThat(board.fetched()).isLessThanOrEqualTo(FEW);
    }

    @Test
    void aPointIsNotItsWholeVillage() {
        assertThat(read(filter("640999103210-001", null), dispatcherOf(COUNTY)).rows())
                .isEmpty();
        assertThat(read(filter(null, null), dispatcherOf("640999103210-001")).rows())
                .isEmpty();
    }

    @Test
    void whoHasTwoVillagesSeesBothAndNoOther() {
        Scope scope = new Scope(
                UUID.randomUUID(),
                List.of(new Scope.Grant(Role.CLERK, "640999103210"), new Scope.Grant(Role.CLERK, "640999104211")));
        assertThat(read(filter(null, null), scope).rows())
                .extracting(OrderRow::site)
                .containsOnly("640999103210", "640999104211")
                .contains("640999103210", "640999104211");
    }

    @Test
    void placingReadingAndComparingOrdersReadNoMoreWhereThereAreMany() {
        UUID first = placed("13900000001");
        UUID second = placed("13900000002");
        Caller dispatcher = Caller.as(Actor.of(UUID.randomUUID()), Part.DISPATCHER);

        // What is kept in memory for some seconds (the catalogue, sites, time limits) is not read for each order.
        rowsRead.by(() -> placing.placeTransferred(orders.find(second).orElseThrow(), "640999103210", dispatcher));
        Map<String, Long> read = rowsRead.by(() -> {
            Order order = orders.find(first).orElseThrow();
            assertThat(orders.parties(first)).isNotEmpty();
            assertThat(orders.preparation(order)).isEmpty();
        });
        Map<String, Long> placed = rowsRead.by(
                () -> placing.placeTransferred(orders.find(first).orElseThrow(), "640999103210", dispatcher));
        Map<String, Long> compared =
                rowsRead.by(() -> assertThat(similar.to(orders.find(first).orElseThrow()))
                        .as("what was just placed for the same resident")
                        .hasSize(1));

        assertThat(List.of(read, placed, compared)).allSatisfy(rows -> assertThat(
                        rows.values().stream().mapToLong(Long::longValue).sum())
                .as(rows.toString())
                .isBetween(1L, (long) FEW));
    }

    private UUID placed(String phone) {
        return people.clerkOf(COUNTY).post("/orders", call(phone)).expect(201).id();
    }

    private static Map<String, Object> call(String phone) {
        return Map.of(
                "service",
                "home-haircut",
                "site",
                "640999103210",
                "need",
                "理发",
                "channel",
                "PHONE",
                "orderedFor",
                Map.of("name", "王秀英", "phone", phone, "address", "3号楼"),
                "consent",
                Map.of("by", "PHONE", "version", 1),
                "risksAcknowledged",
                1,
                "urgency",
                "NORMAL");
    }

    /**
     * The first wall is down: the list is asked with an area that the transaction does not work for. The second one shows
     * nothing of it, and all of it where it is opened.
     */
    @Test
    void aListWithAForeignAreaIsEmptyBehindTheSecondWall() {
        assertThat(readAs("640998")).isEmpty();
        assertThat(readAs(COUNTY)).hasSize(LIMIT + 1);
    }

    private List<OrderRow> readAs(String center) {
        return wall.in(Opening.START, center, () -> read(filter(null, null), dispatcherOf(COUNTY))
                .rows());
    }

    private record Read(List<OrderRow> rows, long fetched) {}

    /** What the list reads, and how many rows of the table it took for that. */
    private Read read(OrderFilter filter, Scope scope) {
        return QuarkusTransaction.requiringNew().call(() -> {
            long before = fetched();
            return new Read(lists.rows(filter, scope), fetched() - before);
        });
    }

    /** PostgreSQL counts on for as long as a connection is busy. */
    private long fetched() {
        return session.createNativeQuery(
                        "select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)"
                                + " from pg_stat_xact_user_tables where relname = 'orders'",
                        Long.class)
                .getSingleResult();
    }

    private static OrderFilter filter(@Nullable String site, @Nullable Instant updatedSince) {
        return new OrderFilter(View.BOARD, COUNTY, null, null, null, site, updatedSince, null, LIMIT);
    }

    private static Scope dispatcherOf(String area) {
        return new Scope(UUID.randomUUID(), List.of(new Scope.Grant(Role.DISPATCHER, area)));
    }

    private static Connection owner() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class) + "?options=-c%20app.centers=*",
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
    }
}
