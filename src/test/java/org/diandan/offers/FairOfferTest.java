package org.diandan.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.visits.Delivery.HAIRCUT;
import static org.diandan.visits.Delivery.REPAIR;
import static org.diandan.visits.Delivery.TUESDAY;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.http.Api;
import org.diandan.timers.TestTime;
import org.diandan.visits.Delivery;
import org.diandan.visits.Delivery.Planned;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom the program asks, in which order, when, and how far around. */
@QuarkusTest
class FairOfferTest {

    /** Monday at ten in the evening in China. */
    private static final Instant NIGHT = Instant.parse("2026-11-23T14:00:00Z");

    private static final Instant SEVEN = Instant.parse("2026-11-23T23:00:00Z");

    @Inject
    Delivery delivery;

    @Inject
    TestTime time;

    @BeforeEach
    void inACountyOfItsOwn() {
        delivery.begin();
    }

    @Test
    void whenTheTeamHasNobodyLeftTheVillageIsAskedThenTheTownshipThenTheCounty() {
        UUID member = delivery.member("队员");
        UUID village = delivery.neighbour("同村", delivery.village());
        UUID township = delivery.neighbour("同乡", delivery.center() + "003011");
        UUID county = delivery.neighbour("同县", delivery.center() + "004001");
        UUID order = delivery.haircut();
        UUID visit = delivery.nextVisit(order);

        for (UUID next : List.of(member, village, township, county)) {
            assertThat(delivery.asked(visit)).containsExactly(next);
            assertThat(delivery.openTasks("STAND_IN", visit)).isZero();
            decline(visit, next, "NO_TIME");
        }

        assertThat(delivery.asked(visit)).isEmpty();
        assertThat(wave(visit)).isEqualTo("COUNTY");
        assertThat(delivery.told(order, "VISIT", "WIDEN")).isEqualTo(3);
        assertThat(delivery.openTasks("STAND_IN", visit)).isOne();
    }

    @Test
    void aWaveWidensWhenItsTimeHasPassedThoughSomebodyStillThinks() {
        List<UUID> members =
                List.of(delivery.member("甲"), delivery.member("乙"), delivery.member("丙"), delivery.member("丁"));
        UUID neighbour = delivery.neighbour("同村", delivery.village());
        UUID visit = delivery.nextVisit(delivery.order(HAIRCUT, "URGENT", new Planned(TUESDAY, 1)));
        List<UUID> first = delivery.asked(visit);
        time.advance(Duration.ofMinutes(10));
        decline(visit, first.get(0), "NO_TIME");
        UUID last = members.stream()
                .filter(each -> !first.contains(each))
                .findFirst()
                .orElseThrow();
        assertThat(delivery.asked(visit)).contains(last).doesNotContain(neighbour);
        assertThat(wave(visit)).isEqualTo("TEAM");

        time.advance(Duration.ofMinutes(5));

        assertThat(wave(visit)).isEqualTo("STATION");
        assertThat(delivery.asked(visit)).containsExactlyInAnyOrder(last, neighbour);
    }

    @Test
    void ofTheNeighboursOnlyWhoHoldsWhatIsNeededIsAsked() {
        delivery.neighbour("无证", delivery.village());
        UUID uninsured = delivery.neighbour("未保险", delivery.village());
        delivery.certify(uninsured, "ELECTRICIAN", "2030-01-01");
        UUID expired = delivery.neighbour("过期", delivery.village());
        delivery.certify(expired, "ELECTRICIAN", "2026-11-23");
        delivery.certify(expired, "INSURANCE", "2030-01-01");
        UUID able = delivery.neighbour("电工", delivery.village());
        delivery.certify(able, "ELECTRICIAN", "2030-01-01");
        delivery.certify(able, "INSURANCE", "2030-01-01");
        UUID visit = delivery.nextVisit(delivery.order(REPAIR, "NORMAL", new Planned(TUESDAY, 2)));

        // Certificates of the tests are claimed at the Center, so that the county's wave finds them.
        assertThat(wave(visit)).isEqualTo("COUNTY");
        assertThat(delivery.asked(visit)).containsExactly(able);
    }

    @Test
    void aLateDropOutIsFollowedByAskingOneLevelFartherAround() {
        UUID member = delivery.member("队员");
        UUID neighbour = delivery.neighbour("同村", delivery.village());
        UUID visit = delivery.nextVisit(delivery.order(HAIRCUT, "NORMAL", new Planned(TUESDAY, 1)));
        delivery.accept(visit, member, HAIRCUT).expect(200);
        UUID second = delivery.member("新队员");
        time.advanceTo(TUESDAY.minus(Duration.ofHours(6)));
        assertThat(wave(visit)).isEqualTo("TEAM");

        delivery.withdraw(visit, member, "ILL").expect(200);

        assertThat(wave(visit)).isEqualTo("STATION");
        assertThat(delivery.asked(visit)).containsExactlyInAnyOrder(second, neighbour);
    }

    @Test
    void whoWithdrawsInTimeDoesNotWidenTheWave() {
        UUID member = delivery.member("队员");
        UUID visit =
                delivery.nextVisit(delivery.order(HAIRCUT, "NORMAL", new Planned(TUESDAY.plus(Duration.ofDays(2)), 1)));
        delivery.accept(visit, member, HAIRCUT).expect(200);
        UUID second = delivery.member("新队员");
        delivery.neighbour("同村", delivery.village());

        delivery.withdraw(visit, member, "ILL").expect(200);

        assertThat(wave(visit)).isEqualTo("TEAM");
        assertThat(delivery.asked(visit)).containsExactly(second);
    }

    /** Fails when the look at the quiet hours is taken out. */
    @Test
    void nobodysPhoneRingsAtNightUnlessItIsAnEmergency() {
        UUID member = delivery.member("队员");
        time.advanceTo(NIGHT);
        UUID haircut = delivery.nextVisit(delivery.haircut());
        UUID planned = delivery.nextVisit(
                delivery.order(HAIRCUT, "PLANNED", new Planned(TUESDAY.plus(Duration.ofDays(2)), 1)));
        assertThat(delivery.asked(haircut)).isEmpty();
        assertThat(delivery.asked(planned)).isEmpty();
        assertThat(delivery.openTasks("STAND_IN", haircut)).isZero();
        UUID emergency = delivery.nextVisit(
                delivery.order(HAIRCUT, "EMERGENCY", new Planned(TUESDAY.plus(Duration.ofDays(1)), 1)));
        assertThat(delivery.asked(emergency)).containsExactly(member);
        decline(emergency, member, "NO_TIME");

        time.advanceTo(SEVEN);

        assertThat(delivery.asked(haircut)).containsExactly(member);
        assertThat(delivery.asked(planned)).containsExactly(member);
    }

    /** Fails when the way is taken out of the diary. */
    @Test
    void whoWouldStillBeOnTheWayIsNotAskedAndCannotClaim() {
        UUID member = delivery.member("队员");
        Instant hourBefore = TUESDAY.minus(Duration.ofHours(1));
        delivery.engage(member, hourBefore, delivery.center() + "003011");
        UUID near = delivery.member("本村");
        delivery.engage(near, hourBefore, delivery.village());
        UUID visit = delivery.nextVisit(delivery.haircut());

        assertThat(delivery.asked(visit)).containsExactly(near);
        delivery.claim(visit, member, HAIRCUT).expect(409, "visit-clash");
    }

    /** Fails when offers are counted in the center that asks. */
    @Test
    void unansweredOffersAreCountedAtHomeWhicheverCenterAsked() {
        UUID member = delivery.member("队员");
        delivery.askedElsewhere(member);
        assertThat(delivery.asked(delivery.nextVisit(delivery.haircut()))).containsExactly(member);
        UUID next =
                delivery.nextVisit(delivery.order(HAIRCUT, "NORMAL", new Planned(TUESDAY.plus(Duration.ofDays(1)), 1)));
        assertThat(delivery.asked(next)).isEmpty();
        UUID emergency = delivery.nextVisit(
                delivery.order(HAIRCUT, "EMERGENCY", new Planned(TUESDAY.plus(Duration.ofDays(2)), 1)));
        assertThat(delivery.asked(emergency)).as("an emergency lifts no cap").isEmpty();
    }

    @Test
    void whatSomebodyDoesNotWantIsHeardAndCanBeTakenBack() {
        UUID member = delivery.member("队员");
        Api api = delivery.as(member);
        String path = "/volunteers/" + member + "/preferences";
        decline(delivery.nextVisit(delivery.haircut()), member, "NOT_THIS_KIND");
        JsonNode said = api.get(path).expect(200).json().path("unwantedServices");
        assertThat(said).hasSize(1);
        assertThat(said.get(0).path("code").asText()).isEqualTo(HAIRCUT);
        assertThat(Instant.parse(said.get(0).path("until").asText())).isAfter(time.now());
        assertThat(delivery.asked(visitOnDay(1))).isEmpty();

        set(api, path, List.of(), List.of("convenience"));
        assertThat(delivery.asked(visitOnDay(2))).as("the whole category").isEmpty();
        set(api, path, List.of(), List.of());
        assertThat(delivery.asked(visitOnDay(3))).containsExactly(member);
        set(api, path, List.of(HAIRCUT), List.of());
        assertThat(delivery.asked(visitOnDay(4))).isEmpty();
    }

    @Test
    void preferencesAreOnesOwnAndNameWhatThereIs() {
        UUID member = delivery.member("队员");
        String path = "/volunteers/" + member + "/preferences";
        delivery.as(delivery.member("别人")).get(path).expect(404);
        String tag = delivery.as(member).get(path).expect(200).header("ETag").orElseThrow();
        delivery.as(member)
                .put(path, Map.of("unwantedServices", List.of(), "unwantedCategories", List.of()))
                .expect(428);
        delivery.as(member)
                .with("If-Match", tag)
                .put(path, Map.of("unwantedServices", List.of("no-such"), "unwantedCategories", List.of()))
                .expect(400);
        delivery.as(member)
                .with("If-Match", tag)
                .put(path, Map.of("unwantedServices", List.of(), "unwantedCategories", List.of("no-such")))
                .expect(400, "category-unknown");
    }

    @Test
    void anOfferTellsWhyItWasMadeAndWhyNothingCameOfIt() {
        UUID first = delivery.member("队员");
        UUID second = delivery.member("另一队员");
        UUID visit = delivery.nextVisit(delivery.haircut());
        UUID offer = delivery.offerOf(visit, second);
        assertThat(delivery.as(second)
                        .get("/offers/" + offer)
                        .expect(200)
                        .json()
                        .path("reasons"))
                .extracting(reason -> reason.path("code").asText())
                .containsExactly("TEAM_MEMBER", "FREE", "SELDOM_ASKED");

        delivery.accept(visit, first, HAIRCUT).expect(200);

        JsonNode taken = delivery.as(second).get("/offers/" + offer).expect(200).json();
        assertThat(taken.path("state").path("code").asText()).isEqualTo("SUPERSEDED");
        assertThat(taken.path("endedBy").path("code").asText()).isEqualTo("PLACE_TAKEN");
        assertThat(delivery.events(offer, "offer.supersede")).isOne();
    }

    @Test
    void answersAreCountedOnceAndWhatWasTakenBackNever() {
        UUID first = delivery.member("队员");
        UUID second = delivery.member("另一队员");
        UUID visit = delivery.nextVisit(delivery.haircut());
        delivery.accept(visit, first, HAIRCUT).expect(200);
        assertThat(counted(first, "asked")).isOne();
        assertThat(counted(first, "accepted")).isOne();
        assertThat(counted(second, "asked")).isZero();

        decline(visitOnDay(1), second, "NO_TIME");
        assertThat(counted(second, "asked")).isOne();
        assertThat(counted(second, "accepted")).isZero();
    }

    private long counted(UUID volunteer, String column) {
        return delivery.count(
                "select coalesce(sum(" + column + "), 0) from volunteer_response where center = :center"
                        + " and volunteer = :volunteer",
                "volunteer",
                volunteer);
    }

    private UUID visitOnDay(int day) {
        return delivery.nextVisit(
                delivery.order(HAIRCUT, "NORMAL", new Planned(TUESDAY.plus(Duration.ofDays(day)), 1)));
    }

    private static void set(Api api, String path, List<String> services, List<String> categories) {
        String tag = api.get(path).expect(200).header("ETag").orElseThrow();
        api.with("If-Match", tag)
                .put(path, Map.of("unwantedServices", services, "unwantedCategories", categories))
                .expect(200);
    }

    private String wave(UUID visit) {
        return delivery.dispatcher()
                .get("/visits/" + visit)
                .expect(200)
                .json()
                .path("wave")
                .path("code")
                .asText();
    }

    private void decline(UUID visit, UUID volunteer, String reason) {
        delivery.as(volunteer)
                .post("/offers/" + delivery.offerOf(visit, volunteer) + "/decline", Map.of("reason", reason))
                .expect(200);
    }
}
