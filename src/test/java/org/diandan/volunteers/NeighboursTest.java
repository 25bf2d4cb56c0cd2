package org.diandan.volunteers;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.shared.Ids;
import org.diandan.shared.Opening;
import org.diandan.shared.Wall;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** A sample of the volunteers who are at home in an area; three thousand of a county of its own, rolled back. */
@QuarkusTest
@TestTransaction
class NeighboursTest {

    private static final String CENTER = "889001";
    private static final String VILLAGE = CENTER + "001001";
    private static final Instant AT = Instant.parse("2026-11-24T06:00:00Z");
    private static final List<String> ELECTRICIAN = List.of("ELECTRICIAN", "INSURANCE");

    @Inject
    Neighbours neighbours;

    @Inject
    Session session;

    @Inject
    Wall wall;

    @Inject
    Ids ids;

    /** In the transaction of the test itself, which is rolled back. */
    private void threeThousandInThirtyVillages() {
        wall.open(Opening.START, Wall.EVERYWHERE);
        for (int i = 0; i < 3000; i++) {
            UUID id = scattered(ids.of(CENTER), i);
            session.createNativeMutationQuery("insert into volunteer (center, id, name, born_on, site, consent_version,"
                            + " helps_in, registered_at, version) values (:center, :id, '志愿者', '1990-01-01',"
                            + " :site, 1, array[:center], now(), 0)")
                    .setParameter("center", CENTER)
                    .setParameter("id", id)
                    .setParameter("site", CENTER + "%03d%03d".formatted(1 + i % 3, 1 + i % 10))
                    .executeUpdate();
            if (i % 30 == 0) {
                certify(id, "ELECTRICIAN", i % 60 == 0 ? "2030-01-01" : "2026-11-23");
                certify(id, "INSURANCE", "2030-01-01");
            }
        }
        session.createNativeMutationQuery("analyze volunteer").executeUpdate();
    }

    /** The time of tests stands still, and ids of one moment are neighbours; those of years are scattered. */
    private static UUID scattered(UUID id, int number) {
        long lot = number * 0x9E3779B1L & 0xFFFFFFFFL;
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() & ~0xFFFFFFFFL | lot);
    }

    @Test
    void nobodyWhoIsAtHomeElsewhereIsFoundAndNoMoreThanAreAskedFor() {
        threeThousandInThirtyVillages();
        Set<UUID> some = neighbours.in(VILLAGE, List.of(), AT, "80000000", 20);
        assertThat(some).hasSize(20);
        assertThat(neighbours.homes(some).values()).containsOnly(VILLAGE);
        assertThat(neighbours.in(CENTER + "002", List.of(), AT, "00000000", 5000))
                .hasSize(1000);
        assertThat(neighbours.in(CENTER, List.of(), AT, "00000000", 5000)).hasSize(3000);
        assertThat(neighbours.in("889002", List.of(), AT, "00000000", 50)).isEmpty();
    }

    @Test
    void anotherLotFindsOthersAndTheEndOfTheListIsFollowedByItsBeginning() {
        threeThousandInThirtyVillages();
        Set<UUID> one = neighbours.in(CENTER, List.of(), AT, "00000000", 100);
        Set<UUID> other = new HashSet<>(neighbours.in(CENTER, List.of(), AT, "80000000", 100));
        assertThat(other).hasSize(100).doesNotContainAnyElementsOf(one);
        assertThat(neighbours.in(VILLAGE, List.of(), AT, "ffffffff", 50)).hasSize(50);
    }

    @Test
    void whoHoldsAllThatIsNeededOnTheDayIsFound() {
        threeThousandInThirtyVillages();
        Set<UUID> able = neighbours.in(VILLAGE, ELECTRICIAN, AT, "80000000", 500);
        assertThat(able).hasSize(50);
        assertThat(neighbours.in(VILLAGE, List.of("ELECTRICIAN", "LAWYER"), AT, "80000000", 500))
                .isEmpty();
    }

    /** Fails when an index is missing: then the whole county is read and sorted for each offer. */
    @Test
    void aSampleIsReadInTheOrderOfItsIndex() {
        threeThousandInThirtyVillages();
        assertThat(plan(VILLAGE, List.of())).contains("volunteer_in_village").doesNotContain("Sort");
        assertThat(plan(CENTER + "001", List.of()))
                .contains("volunteer_in_township")
                .doesNotContain("Sort");
        assertThat(plan(CENTER, List.of())).contains("volunteer_in_county").doesNotContain("Sort");
    }

    private String plan(String area, List<String> papers) {
        String sql = "explain " + Neighbours.statement(area, papers, ">=");
        var query = session.createNativeQuery(sql, String.class)
                .setParameter("center", CENTER)
                .setParameter("lot", "80000000")
                .setParameter("limit", 200);
        if (area.length() > CENTER.length()) {
            query.setParameter("area", area);
        }
        return String.join("\n", query.getResultList());
    }

    private void certify(UUID volunteer, String kind, String until) {
        session.createNativeMutationQuery(
                        "insert into certificate (center, id, volunteer_id, site, kind, number, number_mark, issuer,"
                                + " valid_from, valid_until, state, claimed_at, decided_at, decided_by, version)"
                                + " select :center, :id, v.id, v.site, :kind, uuid_send(:id), uuid_send(:id), 'county', '2020-01-01',"
                                + " cast(:until as date), 'VERIFIED', now(), now(), :id, 0 from volunteer v"
                                + " where v.center = :center and v.id = :volunteer")
                .setParameter("center", CENTER)
                .setParameter("id", ids.of(CENTER))
                .setParameter("volunteer", volunteer)
                .setParameter("kind", kind)
                .setParameter("until", until)
                .executeUpdate();
    }
}
