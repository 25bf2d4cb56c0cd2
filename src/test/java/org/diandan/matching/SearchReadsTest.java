package org.diandan.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.diandan.orders.OrderProgress;
import org.diandan.startup.RowsRead;
import org.diandan.timers.TestTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A county with as many teams as one has, and then with a past of ten thousand orders besides. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchReadsTest {

    private static final String COUNTY = "640997";

    /** Places taken and ways of planning differ from one search to the next, by some rows and not by thousands. */
    private static final long FEW = 60;

    /** What a search may read of all teams together: of each its row, areas, slots, papers, prices and records. */
    private static final long OF_TEAMS = 20L * Province.TEAMS_PER_COUNTY;

    private static final List<String> PAST = List.of("""
            insert into orders (center, id, version, number, state, round, revision, service, site, urgency, channel, words,
              answers, risks_version, resident, requester, placed_as, excluded_teams, time_agreed, due_at, created_at,
              changed_at)
            select '640997', gen_random_uuid(), 1, 'past-' || n, 'CLOSED', 1, 0, 'home-haircut', '640997001001', 'NORMAL',
              'PHONE', '', '{}', 1, gen_random_uuid(), gen_random_uuid(), 'CLERK', '{}', false, now(), now(), now()
            from generate_series(1, 10000) n""", """
            create temporary table past as select o.id as order_id, o.number, t.id as team_id, row_number() over () as n
            from (select *, row_number() over () % 330 as place from orders where center = '640997' and state = 'CLOSED') o
            join (select id, row_number() over () - 1 as place from team where center = '640997') t using (place)""", """
            insert into routing (center, id, order_id, round, team_id, site, service, urgency, state, reach, engine, on_date,
              slot, slot_from, slot_to, explanation, proposed_at, answer_due_at, answered_at, updated_at, version)
            select '640997', gen_random_uuid(), order_id, 1, team_id, '640997001001', 'home-haircut', 'NORMAL', 'ENDED',
              'VILLAGE', 'ONLINE', '2026-01-01', 1, '2026-01-01', '2026-01-02', '{}', now(), now(), now(), now(), 1
            from past""", """
            insert into routing_decision (center, id, order_id, round, site, category, decided_at, policy, engine, outcome,
              team_id, first_team, routing_id, worth, explanation, inputs)
            select '640997', gen_random_uuid(), order_id, 1, '640997001001', 'convenience', now(), 0, 'ONLINE', 'ASKED',
              team_id, team_id, gen_random_uuid(), 1000, '{}', '{}' from past""", """
            insert into rating (center, order_id, round, version, score, team, rated_by, part, rated_at, changed_at)
            select '640997', order_id, 1, 0, 5, team_id, team_id, 'SERVED', now(), now() from past""", """
            insert into team_capacity (center, team_id, on_date, slot, capacity, used)
            select '640997', team_id, date '2026-10-31' - cast(n / 330 as int), 1, 10, 1 from past""", """
            insert into order_party (center, order_id, kind, party, from_at, until_at)
            select '640997', order_id, 'TEAM', team_id, now(), now() from past""", """
            insert into order_search (center, order_id, site, category, urgency, begun_at, waiting_from, worth, best_score)
            select '640997', order_id, '640997001001', 'convenience', 'NORMAL', now(), now(), n, -n from past""", """
            insert into task (center, id, kind, subject, site, role, note, asked, opened_at, asked_at, due_at, state,
              closed_at, version)
            select '640997', gen_random_uuid(), 'LAST_RESORT', order_id, '640997', 'DISPATCHER', '', '640997', now(), now(),
              now(), 'SETTLED', now(), 0 from past""", "analyze");

    @Inject
    Province province;

    @Inject
    Seeking seeking;

    @Inject
    OrderProgress orders;

    @Inject
    TestTime time;

    @Inject
    RowsRead rowsRead;

    @BeforeAll
    void aCountyWithItsTeams() {
        time.reset();
        province.plantSites(divisions());
        province.plantTeams(divisions());
    }

    @AfterAll
    void empty() throws SQLException {
        try (Connection owner = Province.owner()) {
            for (String table : List.of(
                    "task",
                    "timer",
                    "order_search",
                    "order_party",
                    "order_entry",
                    "team_capacity",
                    "rating",
                    "team_rating",
                    "routing_decision",
                    "routing",
                    "orders",
                    "team_response",
                    "team_expertise",
                    "team_member",
                    "team_slot",
                    "team_reach",
                    "team",
                    "site")) {
                owner.createStatement().execute("delete from " + table + " where center = '" + COUNTY + "'");
            }
        }
    }

    @Test
    void aSearchReadsNoMoreWhereThePastIsLong() throws SQLException {
        List<UUID> same = province.plantOrders(divisions(), COUNTY, 4, 0);
        write("update orders set service = 'home-haircut', site = '640997001001', urgency = 'NORMAL'"
                + " where center = '640997'");
        seekFor(same.get(0));
        Map<String, Long> before = seekFor(same.get(1));
        write(PAST.toArray(String[]::new));
        seekFor(same.get(2));

        Map<String, Long> after = seekFor(same.get(3));

        assertThat(before.values().stream().mapToLong(Long::longValue).sum())
                .as(before.toString())
                .isBetween((long) Province.TEAMS_PER_COUNTY / 2, OF_TEAMS);
        Map<String, Long> more = new TreeMap<>(after);
        more.replaceAll((table, rows) -> rows - before.getOrDefault(table, 0L));
        assertThat(more).allSatisfy((table, rows) -> assertThat(rows).as(table).isLessThanOrEqualTo(FEW));
    }

    private Map<String, Long> seekFor(UUID order) {
        return rowsRead.by(() -> seeking.seek(orders.lock(order)));
    }

    private static Divisions divisions() {
        return new Divisions(new TreeMap<>(Map.of(
                COUNTY,
                IntStream.range(0, 100)
                        .mapToObj(village -> COUNTY + "%03d%03d".formatted(1 + village / 10, 1 + village % 10))
                        .toList())));
    }

    private static void write(String... statements) throws SQLException {
        try (Connection owner = Province.owner()) {
            for (String statement : statements) {
                owner.createStatement().execute(statement);
            }
        }
    }
}
