package org.diandan.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.visits.Delivery.HAIRCUT;
import static org.diandan.visits.Delivery.REPAIR;
import static org.diandan.visits.Delivery.TUESDAY;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.diandan.http.Answer;
import org.diandan.timers.TestTime;
import org.diandan.visits.Delivery;
import org.diandan.visits.Delivery.Planned;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A volunteer gives the place to another, and the leader agrees. */
@QuarkusTest
class SwapJourneyTest {

    @Inject
    Delivery delivery;

    @Inject
    TestTime time;

    private UUID wang;
    private UUID li;
    private UUID order;
    private UUID visit;

    @BeforeEach
    void wangHasThePlace() {
        delivery.begin();
        wang = delivery.member("王队员");
        order = delivery.haircut();
        visit = delivery.nextVisit(order);
        delivery.accept(visit, wang, HAIRCUT).expect(200);
        li = delivery.member("李队员");
    }

    @Test
    void whenTheOtherSaysYesAndTheLeaderAgreesThePlaceChangesHands() {
        time.advanceTo(TUESDAY.minus(Duration.ofHours(3)));
        UUID swap = ask(wang, li).expect(200).id();
        assertThat(actions(li, swap)).containsExactly("ACCEPT", "DECLINE", "WITHDRAW");
        accept(li, swap).expect(200);
        assertThat(actions(wang, swap)).containsExactly("WITHDRAW");
        assertThat(delivery.attendanceState(visit, wang)).isEqualTo("EXPECTED");

        delivery.leader().post("/swaps/" + swap + "/agree").expect(200);

        assertThat(delivery.attendanceState(visit, wang)).isEqualTo("RELEASED");
        assertThat(delivery.attendance(visit, wang).path("late").asBoolean())
                .as("three hours before the visit, and no drop-out")
                .isFalse();
        assertThat(delivery.attendanceState(visit, li)).isEqualTo("EXPECTED");
        assertThat(delivery.attendance(visit, li).path("leads").asBoolean()).isTrue();
        assertThat(delivery.stateOf(order)).isEqualTo("SCHEDULED");
        assertThat(delivery.told(order, "ORDER", "DROP_BELOW")).isZero();
        assertThat(delivery.told(order, "SWAP", "ASK")).isOne();
        assertThat(delivery.told(order, "SWAP", "ACCEPT")).isOne();
        assertThat(delivery.told(order, "SWAP", "AGREE")).isOne();
        assertThat(delivery.events(swap, "swap.agree")).isOne();
        assertThat(delivery.events(visit, "visit.late-drop-out")).isZero();
        delivery.as(wang).get("/visits/" + visit).expect(404);
        delivery.as(li).get("/visits/" + visit).expect(200);
        delivery.as(li).get("/swaps").expect(200);
        time.advanceTo(TUESDAY);
        delivery.checkIn(visit, li).expect(200);
    }

    @Test
    void eachOfTheThreeMaySayNo() {
        UUID declined = ask(wang, li).expect(200).id();
        delivery.as(li)
                .post("/swaps/" + declined + "/decline", Map.of("reason", "OTHER"))
                .expect(400, "offer-reason-text-missing");
        delivery.as(li)
                .post("/swaps/" + declined + "/decline", Map.of("reason", "NO_TIME"))
                .expect(200);
        UUID refused = ask(wang, li).expect(200).id();
        accept(li, refused).expect(200);
        delivery.leader().post("/swaps/" + refused + "/refuse", Map.of()).expect(400);
        delivery.leader()
                .post("/swaps/" + refused + "/refuse", Map.of("text", "李队员刚学徒"))
                .expect(200);
        delivery.leader().post("/swaps/" + refused + "/agree").expect(409, "swap-not-now");
        UUID withdrawn = ask(wang, li).expect(200).id();
        accept(li, withdrawn).expect(200);
        delivery.as(li).post("/swaps/" + withdrawn + "/withdraw").expect(200);
        delivery.leader().post("/swaps/" + withdrawn + "/agree").expect(409, "swap-not-now");

        assertThat(delivery.attendanceState(visit, wang)).isEqualTo("EXPECTED");
        assertThat(attendances(li)).isZero();
    }

    @Test
    void nobodyButTheOtherSaysYesUnlessSomebodyWhoHeardItIsNamed() {
        UUID swap = ask(wang, li).expect(200).id();
        accept(wang, swap).expect(403, "swap-not-yours");
        delivery.as(delivery.member("旁人")).get("/swaps/" + swap).expect(404);
        delivery.leader()
                .post("/swaps/" + swap + "/accept", Map.of("risksAcknowledged", delivery.risks(HAIRCUT)))
                .expect(400, "offer-consent-unheard");
        delivery.leader().post("/swaps/" + swap + "/agree").expect(409, "swap-not-now");
        delivery.leader()
                .post(
                        "/swaps/" + swap + "/accept",
                        Map.of("risksAcknowledged", delivery.risks(HAIRCUT), "heardBy", "赵队长"))
                .expect(200);
        delivery.leader().post("/swaps/" + swap + "/agree").expect(200);
        assertThat(delivery.count(
                        "select count(*) from attendance where center = :center and volunteer = :li"
                                + " and heard_by = '赵队长' and joined_by = :leader",
                        "li",
                        li,
                        "leader",
                        delivery.leaderAccount()))
                .isOne();
    }

    /** Fails when the checks are left out at the moment of agreeing. */
    @Test
    void whoTakesThePlaceIsCheckedWhenAskedWhenAcceptingAndWhenItChangesHands() {
        UUID busy = delivery.member("忙人");
        delivery.engage(busy, TUESDAY, delivery.village());
        ask(wang, busy).expect(409, "visit-clash");
        UUID swap = ask(wang, li).expect(200).id();
        accept(li, swap).expect(200);
        delivery.engage(li, TUESDAY.plus(Duration.ofMinutes(30)), delivery.village());

        delivery.leader().post("/swaps/" + swap + "/agree").expect(409, "visit-clash");

        assertThat(delivery.attendanceState(visit, wang)).isEqualTo("EXPECTED");
        assertThat(attendances(li)).isZero();
    }

    @Test
    void aCertificateThatIsMissingStopsASwap() {
        UUID electrician = electrician("电工甲");
        UUID other = electrician("电工乙");
        UUID repair =
                delivery.nextVisit(delivery.order(REPAIR, "NORMAL", new Planned(TUESDAY.plus(Duration.ofDays(1)), 2)));
        delivery.accept(repair, electrician, REPAIR).expect(200);
        ask(repair, electrician, li).expect(409, "visit-certificate-missing");
        UUID swap = ask(repair, electrician, other).expect(200).id();
        delivery.as(other)
                .post("/swaps/" + swap + "/accept", Map.of("risksAcknowledged", delivery.risks(REPAIR)))
                .expect(200);
        delivery.loseCertificates(other);
        delivery.leader().post("/swaps/" + swap + "/agree").expect(409, "visit-certificate-missing");
    }

    @Test
    void onlyAPlaceThatOneHasIsGivenAndOnlyToSomebodyWhomTheWaveReaches() {
        ask(li, wang).expect(404);
        ask(wang, wang).expect(409, "swap-not-with-them");
        ask(wang, delivery.outsider("外人")).expect(409, "swap-not-with-them");
        ask(wang, li).expect(200);
        ask(wang, delivery.member("第三人")).expect(409, "swap-asked-already");
    }

    @Test
    void aSwapEndsWhenTheVisitBeginsOrThePlaceIsGivenBack() {
        UUID first = ask(wang, li).expect(200).id();
        delivery.withdraw(visit, wang, "ILL").expect(200);
        assertThat(state(first)).isEqualTo("EXPIRED");

        delivery.accept(visit, li, HAIRCUT).expect(200);
        UUID second = ask(li, delivery.member("第三人")).expect(200).id();
        time.advanceTo(TUESDAY);
        assertThat(state(second)).isEqualTo("EXPIRED");
        assertThat(delivery.told(order, "SWAP", "EXPIRE")).isEqualTo(2);
    }

    @Test
    void whatTheOtherWasOfferedAtThisVisitEndsWithTheSwap() {
        delivery.as(li)
                .post(
                        "/pool/" + visit + "/claim",
                        Map.of("risksAcknowledged", delivery.risks(HAIRCUT), "waitIfTaken", true))
                .expect(200);
        UUID swap = ask(wang, li).expect(200).id();
        accept(li, swap).expect(200);
        delivery.leader().post("/swaps/" + swap + "/agree").expect(200);
        assertThat(delivery.offers(visit)).containsEntry(li, "SUPERSEDED");
    }

    /** Fails when the lock of the order is taken out. */
    @Test
    void swapsClaimsAndWaitingRaceForOnePlaceAndItHasOneWinner() throws Exception {
        UUID swap = ask(wang, li).expect(200).id();
        accept(li, swap).expect(200);
        List<UUID> racers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            racers.add(delivery.outsider("选手" + i));
        }
        int risks = delivery.risks(HAIRCUT);
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < racers.size(); i++) {
            var racer = delivery.as(racers.get(i));
            boolean waits = i % 2 == 0;
            calls.add(() ->
                    racer.post("/pool/" + visit + "/claim", Map.of("risksAcknowledged", risks, "waitIfTaken", waits)));
        }
        var leader = delivery.leader();
        var giver = delivery.as(wang);
        calls.add(10, () -> leader.post("/swaps/" + swap + "/agree"));
        calls.add(11, () -> giver.post("/visits/" + visit + "/withdraw", Map.of("reason", "ILL")));

        List<Answer> answers = Race.atOnce(calls);

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 404, 409));
        assertThat(delivery.count(
                        "select count(*) from attendance where center = :center and visit_id = :visit"
                                + " and state = 'EXPECTED'",
                        "visit",
                        visit))
                .isEqualTo(delivery.count(
                        "select taken from visit where center = :center and id = :visit", "visit", visit))
                .isLessThanOrEqualTo(1);
        assertThat(delivery.count(
                        "select count(*) from engagement where center = :center and visit_id = :visit and active",
                        "visit",
                        visit))
                .isLessThanOrEqualTo(1);
    }

    private UUID electrician(String name) {
        UUID account = delivery.member(name);
        delivery.certify(account, "ELECTRICIAN", "2030-01-01");
        delivery.certify(account, "INSURANCE", "2030-01-01");
        return account;
    }

    private Answer ask(UUID giver, UUID taker) {
        return ask(visit, giver, taker);
    }

    private Answer ask(UUID at, UUID giver, UUID taker) {
        return delivery.as(giver).post("/visits/" + at + "/swaps", Map.of("taker", taker));
    }

    private Answer accept(UUID taker, UUID swap) {
        return delivery.as(taker)
                .post("/swaps/" + swap + "/accept", Map.of("risksAcknowledged", delivery.risks(HAIRCUT)));
    }

    private List<String> actions(UUID account, UUID swap) {
        List<String> actions = new ArrayList<>();
        delivery.as(account)
                .get("/swaps/" + swap)
                .expect(200)
                .json()
                .path("actions")
                .forEach(action -> actions.add(action.asText()));
        return actions;
    }

    private String state(UUID swap) {
        return delivery.leader()
                .get("/swaps/" + swap)
                .expect(200)
                .json()
                .path("state")
                .path("code")
                .asText();
    }

    private long attendances(UUID volunteer) {
        return delivery.count(
                "select count(*) from attendance where center = :center and volunteer = :volunteer",
                "volunteer",
                volunteer);
    }
}
