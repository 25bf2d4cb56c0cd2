package org.diandan.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.shared.Ids;
import org.diandan.timers.TestTime;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SlotPricesTest {

    private static final int TUESDAY = 2;

    @Inject
    County county;

    @Inject
    SlotPrices prices;

    @Inject
    Ids ids;

    @Inject
    TestTime time;

    @Inject
    Session session;

    private UUID team = new UUID(0, 0);

    @BeforeEach
    void aTeamWhoseTuesdayHasAPrice() {
        county.begin("NORMAL");
        team = ids.of(county.center());
        QuarkusTransaction.requiringNew().run(() -> {
            write(
                    "insert into price_learning (center, learned_at, period_from, period_until, source, orders, matched)"
                            + " values (:center, :now, cast(:now as timestamptz) - interval '7 days', :now, 'SCHEDULE', 10, 10)");
            write("insert into slot_price (center, team_id, slot, points, since_at, decided)"
                    + " values (:center, :team, 2, 60, :now, 0)");
        });
    }

    @Test
    void aSlotWithAPriceTellsItAndAnotherHasNone() {
        assertThat(read(time.now())).isEqualTo(Map.of(team, Map.of(TUESDAY, 60)));
    }

    @Test
    void aPriceThatIsTooOldCountsAsNone() {
        assertThat(read(time.now().plus(Duration.ofSeconds(1)))).isEmpty();
    }

    @Test
    void aPriceTellsHowOftenItDecided() {
        QuarkusTransaction.requiringNew().run(() -> {
            prices.decided(team, TUESDAY);
            prices.decided(team, TUESDAY);
        });
        long decided = QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery(
                        "select decided from slot_price where center = :center and team_id = :team", Long.class)
                .setParameter("center", county.center())
                .setParameter("team", team)
                .getSingleResult());
        assertThat(decided).isEqualTo(2);
    }

    private Map<UUID, Map<Integer, Integer>> read(Instant learnedSince) {
        return QuarkusTransaction.requiringNew()
                .call(() -> prices.of(county.center(), List.of(team, ids.of(county.center())), learnedSince));
    }

    private void write(String sql) {
        var query = session.createNativeMutationQuery(sql)
                .setParameter("center", county.center())
                .setParameter("now", time.now());
        if (sql.contains(":team")) {
            query.setParameter("team", team);
        }
        query.executeUpdate();
    }
}
