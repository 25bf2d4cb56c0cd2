package org.diandan.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.visits.Delivery.HAIRCUT;
import static org.diandan.visits.Delivery.TUESDAY;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.diandan.http.Cursors;
import org.diandan.orders.OrderProgress;
import org.diandan.startup.RowsRead;
import org.diandan.visits.Delivery;
import org.diandan.visits.Delivery.Planned;
import org.diandan.visits.OpenPlaces;
import org.diandan.visits.Visits;
import org.diandan.visits.Wave;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A county with a few volunteers and visits, and then with ten thousand of each. */
@QuarkusTest
class OfferReadsTest {

    private static final int MANY = 10_000;
    private static final long FEW = 60;
    private static final int PAGE = 20;

    @Inject
    Delivery delivery;

    @Inject
    Offering offering;

    @Inject
    Candidates candidates;

    @Inject
    OfferRows rows;

    @Inject
    Waves waves;

    @Inject
    Visits visits;

    @Inject
    OrderProgress orders;

    @Inject
    OffersConfig config;

    @Inject
    Cursors cursors;

    @Inject
    RowsRead rowsRead;

    @Test
    void askingAndLookingReadNoMoreWhereThereAreMany() throws SQLException {
        delivery.begin();
        UUID member = delivery.member("队员");
        UUID other = delivery.member("另一队员");
        UUID first = delivery.nextVisit(order(0));
        UUID second = delivery.nextVisit(order(2));
        Map<String, Map<String, Long>> before = reads(first, member);
        fill(delivery.center(), member, other, delivery.village());

        Map<String, Map<String, Long>> after = reads(second, member);

        assertThat(before.values()).allSatisfy(read -> assertThat(read).isNotEmpty());
        after.forEach((what, read) -> {
            Map<String, Long> more = new TreeMap<>(read);
            more.replaceAll((table, count) -> count - before.get(what).getOrDefault(table, 0L));
            long most = what.equals("county") ? FEW + 3L * config.neighboursLookedAt() : FEW;
            assertThat(more)
                    .as(what)
                    .allSatisfy((table, count) -> assertThat(count).as(table).isLessThanOrEqualTo(most));
        });
    }

    private UUID order(int day) {
        return delivery.order(HAIRCUT, "URGENT", new Planned(TUESDAY.plus(Duration.ofDays(day)), 1));
    }

    private Map<String, Map<String, Long>> reads(UUID visit, UUID member) {
        Map<String, Map<String, Long>> reads = new LinkedHashMap<>();
        // What is kept in memory for some seconds is not read each time.
        rowsRead.by(() -> offering.fill(visit));
        reads.put("filling", rowsRead.by(() -> {
            orders.lock(visits.facts(visit).order());
            offering.fill(visit);
        }));
        reads.put("team", rowsRead.by(() -> candidates.next(visits.facts(visit), 3)));
        reads.put(
                "mine",
                rowsRead.by(() ->
                        rows.mine(member, EnumSet.of(OfferState.OPEN), Instant.EPOCH, cursors.decode(null), PAGE)));
        reads.put("of the visit", rowsRead.by(() -> rows.ofVisit(visit, cursors.decode(null), PAGE)));
        reads.put(
                "pool",
                rowsRead.by(() -> visits.openPlaces(new OpenPlaces(
                        delivery.center(),
                        delivery.center(),
                        visits.servicesSought(delivery.center(), member),
                        member,
                        cursors.decode(null),
                        PAGE))));
        reads.put(
                "pool of a village",
                rowsRead.by(() -> visits.openPlaces(new OpenPlaces(
                        delivery.center(),
                        delivery.village(),
                        visits.servicesSought(delivery.center(), member),
                        member,
                        cursors.decode(null),
                        PAGE))));
        reads.put("wave", rowsRead.by(() -> {
            orders.lock(visits.facts(visit).order());
            waves.widen(visits.facts(visit), Waves.Because.TIME);
        }));
        while (visits.facts(visit).wave() != Wave.COUNTY) {
            rowsRead.by(() -> waves.widen(visits.facts(visit), Waves.Because.TIME));
        }
        reads.put("county", rowsRead.by(() -> candidates.next(visits.facts(visit), 3)));
        return reads;
    }

    /** Volunteers, visits that are over, visits that seek somebody, and what came of asking for them. */
    private static void fill(String center, UUID member, UUID other, String village) throws SQLException {
        var config = ConfigProvider.getConfig();
        try (Connection owner = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class) + "?options=-c%20app.centers=*",
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                var statement = owner.createStatement()) {
            statement.execute(
                    "create temporary table many as select n, gen_random_uuid() as id, gen_random_uuid() as visit"
                            + " from generate_series(1, " + MANY + ") n");
            for (String each : MANY_OF_EACH) {
                statement.execute(each.replace("{center}", "'" + center + "'")
                        .replace("{member}", "'" + member + "'::uuid")
                        .replace("{other}", "'" + other + "'::uuid")
                        .replace("{village}", "'" + village + "'"));
            }
        }
    }

    private static final List<String> MANY_OF_EACH = List.of("""
            insert into volunteer (center, id, name, born_on, site, consent_version, helps_in, registered_at, version)
            select {center}, id, 'v', '1990-01-01', {center} || '004' || 100 + n % 100, 1, array[{center}], now(), 0
            from many""", """
            insert into visit (center, id, version, order_id, round, plan_version, number, team, resident, service, site,
              urgency, insurance, from_at, to_at, needed, taken, state, code, asked_at, report_overdue, planned_at,
              changed_at, reported_at)
            select {center}, visit, 0, id, 1, 1, 1, id, id, 'home-haircut', {village}, 'NORMAL', false,
              now() - interval '1 year' + n * interval '1 minute', now() - interval '1 year' + n * interval '61 seconds'
              + interval '1 hour', 1, 1, 'DONE', '123456', now(), false, now(), now(), now()
            from many""", """
            insert into visit (center, id, version, order_id, round, plan_version, number, team, resident, service, site,
              urgency, insurance, from_at, to_at, needed, taken, state, code, asked_at, report_overdue, planned_at,
              changed_at)
            select {center}, gen_random_uuid(), 0, id, 1, 1, 2, id, id, 'home-haircut',
              {center} || case when n % 100 = 0 then '003010' else '004' || 100 + n % 100 end, 'NORMAL', false,
              timestamptz '2026-12-01' + n * interval '1 minute', timestamptz '2026-12-01 01:00' + n * interval '1 minute',
              1, 0, 'PLANNED', '123456', now(), false, now(), now()
            from many""", """
            insert into offer (center, id, version, order_id, visit_id, volunteer, team, service, site, state, claimed, reason,
              made_at, expires_at, changed_at)
            select {center}, id, 0, id, visit, case n % 2 when 0 then {member} else {other} end, id, 'home-haircut', {village},
              'DECLINED', false, 'NO_TIME', now() - interval '1 year', now(), now()
            from many""", """
            insert into volunteer_ask (center, offer_id, volunteer, visit_id, claimed, state, made_at)
            select center, id, volunteer, visit_id, claimed, state, made_at from offer where center = {center}
            on conflict do nothing""", """
            insert into attendance (center, id, version, visit_id, volunteer, state, minor, joined_at, joined_by, late,
              changed_at)
            select {center}, id, 0, visit, case n % 2 when 0 then {member} else {other} end, 'EXCUSED', false, now(),
              case n % 2 when 0 then {member} else {other} end, false, now()
            from many""", """
            insert into engagement (center, attendance_id, volunteer, visit_id, from_at, to_at, site, active)
            select {center}, id, case n % 2 when 0 then {member} else {other} end, visit,
              timestamptz '2025-01-01' + n * interval '1 hour', timestamptz '2025-01-01' + n * interval '1 hour'
              + interval '59 minutes', {village}, true
            from many where n <= 8000""", """
            insert into offer_wave (center, id, visit_id, wave, because, since_at, step, number, begun_at)
            select {center}, id, visit, 'TEAM', 'SOUGHT', now(), 0, 1, now() from many""", "analyze");
}
