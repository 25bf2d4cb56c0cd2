package org.diandan.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.visits.Delivery.HAIRCUT;
import static org.diandan.visits.Delivery.LESSON;
import static org.diandan.visits.Delivery.REPAIR;
import static org.diandan.visits.Delivery.TUESDAY;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.timers.TestTime;
import org.diandan.visits.Delivery;
import org.diandan.visits.Delivery.Planned;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OfferJourneyTest {

    @Inject
    Delivery delivery;

    @Inject
    TestTime time;

    @BeforeEach
    void inACountyOfItsOwn() {
        delivery.begin();
    }

    @Test
    void aDeclinedOfferIsReplacedAtOnceAndTheSamePersonIsNotAskedAgain() {
        List<UUID> members = members(4);
        UUID visit = delivery.nextVisit(delivery.haircut());
        List<UUID> asked = delivery.asked(visit);
        assertThat(asked).as("a normal order asks two for a place").hasSize(2);

        decline(visit, asked.get(0), "TOO_FAR");

        assertThat(delivery.asked(visit)).hasSize(2).doesNotContain(asked.get(0));
        assertThat(delivery.offers(visit)).hasSize(3).containsEntry(asked.get(0), "DECLINED");
        delivery.as(asked.get(0)).get("/visits/" + visit).expect(404);
        assertThat(members).containsAll(delivery.asked(visit));
    }

    @Test
    void anUnansweredOfferExpiresButNotAtNight() {
        members(3);
        UUID visit = delivery.nextVisit(delivery.haircut());
        List<UUID> asked = delivery.asked(visit);

        Instant seven = Instant.parse("2026-11-23T23:00:00Z");
        time.advanceTo(seven);
        assertThat(delivery.asked(visit))
                .as("twelve waking hours end a second after the night")
                .containsExactlyInAnyOrderElementsOf(asked);
        time.advanceTo(seven.plusSeconds(1));

        assertThat(delivery.offers(visit))
                .containsEntry(asked.get(0), "EXPIRED")
                .containsEntry(asked.get(1), "EXPIRED");
        assertThat(delivery.asked(visit)).as("the third").hasSize(1).doesNotContainAnyElementsOf(asked);
    }

    @Test
    void whenNobodyIsLeftToAskThePoolStaysOpenAndADispatcherKnows() {
        UUID only = members(1).get(0);
        UUID stranger = delivery.outsider("热心人");
        UUID visit = delivery.nextVisit(delivery.haircut());
        assertThat(delivery.openTasks("STAND_IN", visit)).isZero();
        decline(visit, only, "ILL");
        decline(visit, stranger, "NO_TIME");
        assertThat(delivery.openTasks("STAND_IN", visit)).isOne();

        JsonNode pool = delivery.as(stranger).get("/pool").expect(200).json();
        assertThat(pool.path("items").path(0).path("visit").asText()).isEqualTo(visit.toString());
        assertThat(pool.toString()).doesNotContain("王秀英").doesNotContain("锦绣");
        delivery.claim(visit, stranger, HAIRCUT).expect(200);

        assertThat(delivery.openTasks("STAND_IN", visit)).isZero();
        assertThat(delivery.as(stranger).get("/pool").expect(200).json().path("items"))
                .isEmpty();
    }

    @Test
    void theOthersAreToldAtOnceThatThePlaceIsTaken() {
        members(2);
        UUID order = delivery.haircut();
        UUID visit = delivery.nextVisit(order);
        List<UUID> asked = delivery.asked(visit);
        UUID late = asked.get(1);
        UUID offer = delivery.offerOf(visit, late);
        delivery.accept(visit, asked.get(0), HAIRCUT).expect(200);

        assertThat(delivery.offers(visit)).containsEntry(late, "SUPERSEDED");
        assertThat(delivery.events(offer, "offer.supersede")).isOne();
        delivery.as(late)
                .post("/offers/" + offer + "/accept", Map.of("risksAcknowledged", delivery.risks(HAIRCUT)))
                .expect(409, "place-taken");
        assertThat(delivery.told(order, "OFFER", "ACCEPT")).isOne();
    }

    @Test
    void whoWaitsIsAskedFirstWhenAPlaceIsFreed() {
        UUID wang = members(1).get(0);
        UUID visit = delivery.nextVisit(delivery.haircut());
        delivery.accept(visit, wang, HAIRCUT).expect(200);
        UUID waiting = delivery.outsider("候补");
        delivery.claim(visit, waiting, HAIRCUT).expect(409, "place-taken");
        Answer waits = delivery.as(waiting)
                .post(
                        "/pool/" + visit + "/claim",
                        Map.of("risksAcknowledged", delivery.risks(HAIRCUT), "waitIfTaken", true))
                .expect(200);
        assertThat(waits.json().path("state").path("code").asText()).isEqualTo("WAITLISTED");

        delivery.withdraw(visit, wang, "ILL").expect(200);

        assertThat(delivery.asked(visit)).containsExactly(waiting);
        delivery.accept(visit, waiting, HAIRCUT).expect(200);
    }

    @Test
    void theRisksAreAcknowledgedByTheirVersion() {
        UUID wang = members(1).get(0);
        UUID visit = delivery.nextVisit(delivery.haircut());
        String offer = "/offers/" + delivery.offerOf(visit, wang);
        int version = delivery.as(wang)
                .get(offer)
                .expect(200)
                .json()
                .path("risks")
                .path("version")
                .asInt();
        assertThat(version).isEqualTo(delivery.risks(HAIRCUT));
        Map<String, Object> wrong = Map.of("risksAcknowledged", version + 1);
        delivery.as(wang).post(offer + "/accept", wrong).expect(409, "offer-risks-not-acknowledged");
        delivery.as(delivery.outsider("x"))
                .post("/pool/" + visit + "/claim", wrong)
                .expect(409, "offer-risks-not-acknowledged");
        delivery.as(wang)
                .post(offer + "/accept", Map.of("risksAcknowledged", version))
                .expect(200);
    }

    @Test
    void aConsentByPhoneNamesWhoHeardIt() {
        UUID wang = members(1).get(0);
        UUID visit = delivery.nextVisit(delivery.haircut());
        String offer = "/offers/" + delivery.offerOf(visit, wang);
        int risks = delivery.risks(HAIRCUT);
        delivery.leader()
                .post(offer + "/accept", Map.of("risksAcknowledged", risks))
                .expect(400, "offer-consent-unheard");
        delivery.as(delivery.outsider("路人"))
                .post(offer + "/accept", Map.of("risksAcknowledged", risks))
                .expect(404);
        delivery.leader()
                .post(offer + "/accept", Map.of("risksAcknowledged", risks, "heardBy", "赵队长"))
                .expect(200);
        assertThat(delivery.count(
                        "select count(*) from attendance where center = :center and volunteer = :wang"
                                + " and heard_by = '赵队长' and joined_by = :leader",
                        "wang",
                        wang,
                        "leader",
                        delivery.leaderAccount()))
                .isOne();
    }

    @Test
    void onlyTheQualifiedAreAskedAndSeeItInThePool() {
        UUID unskilled = delivery.member("无证");
        UUID uninsured = delivery.member("未保险");
        delivery.certify(uninsured, "ELECTRICIAN", "2030-01-01");
        UUID expired = delivery.member("过期");
        delivery.certify(expired, "ELECTRICIAN", "2026-11-23");
        delivery.certify(expired, "INSURANCE", "2030-01-01");
        UUID able = delivery.member("电工");
        delivery.certify(able, "ELECTRICIAN", "2030-01-01");
        delivery.certify(able, "INSURANCE", "2030-01-01");
        UUID visit = delivery.nextVisit(delivery.order(REPAIR, "NORMAL", new Planned(TUESDAY, 2)));

        assertThat(delivery.asked(visit)).containsExactly(able);
        assertThat(pool(unskilled)).isEmpty();
        assertThat(pool(uninsured)).isEmpty();
        delivery.claim(visit, unskilled, REPAIR).expect(409, "visit-certificate-missing");
        delivery.claim(visit, uninsured, REPAIR).expect(409, "visit-insurance-missing");
        delivery.claim(visit, expired, REPAIR).expect(409, "visit-certificate-expired");
    }

    @Test
    void nobodyIsAtTwoPlacesAtOnceNorMoreThanFourTimesAWeek() {
        UUID wang = members(1).get(0);
        delivery.claim(delivery.nextVisit(delivery.haircut()), wang, HAIRCUT).expect(200);
        UUID same = delivery.nextVisit(
                delivery.order(HAIRCUT, "NORMAL", new Planned(TUESDAY.plus(Duration.ofMinutes(59)), 1)));
        assertThat(delivery.asked(same)).isEmpty();
        delivery.claim(same, wang, HAIRCUT).expect(409, "visit-clash");
        for (int day = 1; day <= 3; day++) {
            UUID visit = delivery.nextVisit(
                    delivery.order(HAIRCUT, "NORMAL", new Planned(TUESDAY.plus(Duration.ofDays(day)), 1)));
            delivery.accept(visit, wang, HAIRCUT).expect(200);
        }
        UUID fifth =
                delivery.nextVisit(delivery.order(HAIRCUT, "NORMAL", new Planned(TUESDAY.plus(Duration.ofDays(4)), 1)));
        delivery.claim(fifth, wang, HAIRCUT).expect(409, "week-full");
        UUID nextWeek =
                delivery.nextVisit(delivery.order(HAIRCUT, "NORMAL", new Planned(TUESDAY.plus(Duration.ofDays(7)), 1)));
        delivery.claim(nextWeek, wang, HAIRCUT).expect(200);
    }

    @Test
    void whoHasTimeOnOtherDaysOnlyIsNotAsked() {
        UUID sundays = delivery.member("周日有空");
        delivery.hasTimeOnlyOn(sundays, "SUNDAY");
        UUID tuesdays = delivery.member("周二有空");
        delivery.hasTimeOnlyOn(tuesdays, "TUESDAY");
        UUID visit = delivery.nextVisit(delivery.haircut());
        assertThat(delivery.asked(visit)).containsExactly(tuesdays);
    }

    @Test
    void whoHasTwoUnansweredOffersIsLeftAlone() {
        UUID wang = members(1).get(0);
        UUID first = delivery.nextVisit(delivery.haircut());
        UUID second =
                delivery.nextVisit(delivery.order(HAIRCUT, "NORMAL", new Planned(TUESDAY.plus(Duration.ofDays(1)), 1)));
        UUID third =
                delivery.nextVisit(delivery.order(HAIRCUT, "NORMAL", new Planned(TUESDAY.plus(Duration.ofDays(2)), 1)));
        assertThat(delivery.asked(first)).containsExactly(wang);
        assertThat(delivery.asked(second)).containsExactly(wang);
        assertThat(delivery.asked(third)).isEmpty();
    }

    @Test
    void whoDoesNotWantThisKindIsNotAskedForItAgain() {
        UUID wang = members(1).get(0);
        decline(delivery.nextVisit(delivery.haircut()), wang, "NOT_THIS_KIND");
        UUID next =
                delivery.nextVisit(delivery.order(HAIRCUT, "NORMAL", new Planned(TUESDAY.plus(Duration.ofDays(1)), 1)));
        assertThat(delivery.asked(next)).isEmpty();
    }

    @Test
    void whoDidLeastIsAskedFirst() {
        List<UUID> busy = members(3);
        for (UUID each : busy) {
            UUID visit = delivery.nextVisit(
                    delivery.order(HAIRCUT, "NORMAL", new Planned(TUESDAY.plus(Duration.ofDays(1)), 1)));
            delivery.claim(visit, each, HAIRCUT).expect(200);
        }
        List<UUID> fresh = List.of(delivery.member("新人甲"), delivery.member("新人乙"));
        UUID visit = delivery.nextVisit(delivery.haircut());
        assertThat(delivery.asked(visit)).containsExactlyInAnyOrderElementsOf(fresh);
    }

    @Test
    void anUrgentOrderAsksThreeAndAnEmergencySeven() {
        members(8);
        UUID urgent = delivery.nextVisit(delivery.order(HAIRCUT, "URGENT", new Planned(TUESDAY, 1)));
        assertThat(delivery.asked(urgent)).hasSize(3);
        UUID emergency = delivery.nextVisit(
                delivery.order(HAIRCUT, "EMERGENCY", new Planned(TUESDAY.plus(Duration.ofDays(1)), 1)));
        assertThat(delivery.asked(emergency)).hasSize(7);
    }

    @Test
    void aMinorComesOnlyWithAnAdultWhoLeads() {
        UUID young = delivery.youngMember("小赵");
        UUID wang = members(1).get(0);
        UUID visit = delivery.nextVisit(delivery.order(LESSON, "NORMAL", new Planned(TUESDAY, 2)));
        delivery.claim(visit, young, LESSON).expect(409, "minor-needs-adult");
        delivery.claim(visit, wang, LESSON).expect(200);
        delivery.claim(visit, young, LESSON).expect(200);
        delivery.leader()
                .post("/visits/" + visit + "/lead", Map.of("volunteer", young))
                .expect(409, "minor-cannot-lead");
    }

    @Test
    void offersAreSeenByTheirVolunteerTheLeaderAndTheChainOnly() {
        UUID wang = members(2).get(0);
        UUID visit = delivery.nextVisit(delivery.haircut());
        UUID offer = delivery.offerOf(visit, delivery.asked(visit).get(0));
        delivery.leader().get("/offers/" + offer).expect(200);
        delivery.clerk().get("/offers/" + offer).expect(200);
        delivery.as(delivery.outsider("路人")).get("/offers/" + offer).expect(404);
        delivery.leader().get("/visits/" + visit + "/offers").expect(200);
        delivery.as(wang).get("/visits/" + visit + "/offers").expect(403);
        JsonNode page = delivery.dispatcher()
                .get("/visits/" + visit + "/offers?limit=1")
                .expect(200)
                .json();
        assertThat(page.path("items")).hasSize(1);
        assertThat(delivery.dispatcher()
                        .get("/visits/" + visit + "/offers?limit=1&cursor="
                                + page.path("next").asText())
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    /** Fails when claims are not counted. */
    @Test
    void nobodyTakesMoreOfThePoolThanThePolicyLets() {
        UUID eager = delivery.outsider("积极分子");
        delivery.hasTimeOnlyOn(eager, "THURSDAY");
        for (int day = 0; day < 6; day++) {
            UUID visit = delivery.nextVisit(
                    delivery.order(HAIRCUT, "URGENT", new Planned(TUESDAY.plus(Duration.ofDays(4 + 2 * day)), 1)));
            Answer answer = delivery.claim(visit, eager, HAIRCUT);
            if (day == 3) {
                answer.expect(409, "claimed-enough-today");
                time.advance(Duration.ofDays(1));
                delivery.claim(visit, eager, HAIRCUT).expect(200);
            } else if (day == 5) {
                answer.expect(409, "claimed-enough-ahead");
            } else {
                answer.expect(200);
            }
        }
    }

    /** Fails when the guard of the update and the lock of the order are taken out. */
    @Test
    void twoHundredClaimTheLastPlaceAndOneGetsIt() throws Exception {
        UUID order = delivery.haircut();
        UUID visit = delivery.nextVisit(order);
        List<Api> racers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            racers.add(delivery.as(delivery.outsider("选手" + i)));
        }
        Map<String, Object> claim = Map.of("risksAcknowledged", delivery.risks(HAIRCUT));

        List<Answer> answers = Race.atOnce(racers.stream()
                .<Callable<Answer>>map(racer -> () -> racer.post("/pool/" + visit + "/claim", claim))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .hasSize(199)
                .allSatisfy(answer -> answer.expect(409, "place-taken"));
        assertThat(delivery.count(
                        "select count(*) from attendance where center = :center and visit_id = :visit", "visit", visit))
                .isOne();
        assertThat(delivery.count("select taken from visit where center = :center and id = :visit", "visit", visit))
                .isOne();
        assertThat(delivery.told(order, "ATTENDANCE", "JOIN")).isOne();
        assertThat(delivery.told(order, "ORDER", "SCHEDULE")).isOne();
    }

    private List<UUID> members(int many) {
        List<UUID> members = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            members.add(delivery.member("队员" + i));
        }
        return members;
    }

    private void decline(UUID visit, UUID volunteer, String reason) {
        delivery.as(volunteer)
                .post("/offers/" + delivery.offerOf(visit, volunteer) + "/decline", Map.of("reason", reason))
                .expect(200);
    }

    private JsonNode pool(UUID volunteer) {
        return delivery.as(volunteer).get("/pool").expect(200).json().path("items");
    }
}
