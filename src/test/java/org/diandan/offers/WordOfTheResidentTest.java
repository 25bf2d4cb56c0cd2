package org.diandan.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.visits.Delivery.HAIRCUT;
import static org.diandan.visits.Delivery.REPAIR;
import static org.diandan.visits.Delivery.TUESDAY;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.timers.TestTime;
import org.diandan.visits.Delivery;
import org.diandan.visits.Delivery.Planned;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a resident would like to come, whom not, and who must come together. */
@QuarkusTest
class WordOfTheResidentTest {

    private static final String COMPANY = "companionship-visit";
    private static final Planned NEXT_WEEK = new Planned(TUESDAY.plus(Duration.ofDays(7)), 1);

    @Inject
    Delivery delivery;

    @Inject
    TestTime time;

    @BeforeEach
    void inACountyOfItsOwn() {
        delivery.begin();
    }

    /** Fails when the wish is taken out of the turn. */
    @Test
    void whoHelpedBeforeIsAskedFirstWhereTheResidentWishesIt() {
        UUID wang = delivery.outsider("王外队");
        served(wang);
        List.of("甲", "乙").forEach(delivery::member);

        UUID anybody = delivery.nextVisit(delivery.again(HAIRCUT, "PLANNED", Map.of(), NEXT_WEEK));
        UUID same = delivery.nextVisit(delivery.again(
                HAIRCUT, "PLANNED", Map.of("sameHelper", true), new Planned(TUESDAY.plus(Duration.ofDays(8)), 1)));

        assertThat(delivery.asked(anybody)).hasSize(1).doesNotContain(wang);
        assertThat(delivery.asked(same)).containsExactly(wang);
        JsonNode offer = delivery.as(wang)
                .get("/offers/" + delivery.offerOf(same, wang))
                .expect(200)
                .json();
        assertThat(offer.path("reasons"))
                .extracting(reason -> reason.path("code").asText())
                .contains("HELPED_BEFORE");
    }

    /** Fails when the resident's word is taken out of who may come. */
    @Test
    void whoIsNotToComeAgainIsNeitherAskedNorMayClaimUntilTheyAreWelcomeAgain() {
        UUID wang = delivery.member("王队员");
        UUID visit = served(wang);
        JsonNode line = delivery.attendance(visit, wang);
        assertThat(line.path("neverAgain").asBoolean(true)).isFalse();
        String path = "/attendances/" + line.path("id").asText();
        delivery.as(wang).post(path + "/never-again").expect(403, "visit-residents-word");
        delivery.as(delivery.outsider("路人")).post(path + "/never-again").expect(404);
        delivery.leader().post(path + "/never-again").expect(403, "visit-residents-word");

        delivery.clerk().post(path + "/never-again").expect(200);
        delivery.clerk().post(path + "/never-again").expect(200);

        assertThat(delivery.attendance(visit, wang).path("neverAgain").asBoolean())
                .isTrue();
        UUID next = delivery.nextVisit(delivery.again(HAIRCUT, "NORMAL", Map.of(), NEXT_WEEK));
        assertThat(delivery.asked(next)).doesNotContain(wang);
        delivery.claim(next, wang, HAIRCUT).expect(409, "visit-not-welcome");
        UUID others =
                delivery.nextVisit(delivery.order(HAIRCUT, "NORMAL", new Planned(TUESDAY.plus(Duration.ofDays(9)), 1)));
        assertThat(delivery.asked(others)).as("by other residents").contains(wang);

        delivery.clerk().post(path + "/welcome-again").expect(200);
        delivery.claim(next, wang, HAIRCUT).expect(200);
    }

    /** Fails when the pair rule is taken out of who may come. */
    @Test
    void oneOfTheResidentsSexHasAPlaceBeforeAnybodyElse() {
        UUID man = delivery.member("先生");
        delivery.hasSex(man, "MALE");
        UUID woman = delivery.member("女士");
        delivery.hasSex(woman, "FEMALE");
        UUID resident = delivery.outsider("王秀英");
        delivery.hasSex(resident, "FEMALE");
        delivery.hasTimeOnlyOn(resident, "SUNDAY");
        UUID unknown = delivery.nextVisit(delivery.order(COMPANY, "NORMAL", new Planned(TUESDAY, 2)));
        assertThat(notices(unknown)).containsExactly("SEX_UNKNOWN");
        assertThat(delivery.asked(unknown)).containsExactlyInAnyOrder(man, woman);
        delivery.residentHas(resident);

        UUID visit = delivery.nextVisit(
                delivery.again(COMPANY, "NORMAL", Map.of(), new Planned(TUESDAY.plus(Duration.ofDays(1)), 2)));

        assertThat(notices(visit)).isEmpty();
        assertThat(delivery.asked(visit)).containsExactly(woman);
        delivery.claim(visit, man, COMPANY).expect(409, "visit-same-sex-first");
        delivery.accept(visit, woman, COMPANY).expect(200);
        delivery.claim(visit, man, COMPANY).expect(200);
    }

    /** Fails when a visit opens at the first check-in. */
    @Test
    void aVisitOfTwoStartsWhenBothAreThere() {
        UUID first = electrician("电工甲");
        UUID second = electrician("电工乙");
        UUID order = delivery.order(REPAIR, "NORMAL", new Planned(TUESDAY, 2));
        UUID visit = delivery.nextVisit(order);
        assertThat(notices(visit)).containsExactly("TWO_TOGETHER");
        delivery.accept(visit, first, REPAIR).expect(200);
        time.advanceTo(TUESDAY.minus(Duration.ofMinutes(20)));
        delivery.checkIn(visit, first).expect(409, "visit-partner-missing");
        delivery.claim(visit, second, REPAIR).expect(200);

        delivery.checkIn(visit, first).expect(200);
        assertThat(delivery.visitState(visit)).isEqualTo("PLANNED");
        assertThat(delivery.stateOf(order)).isEqualTo("SCHEDULED");
        delivery.checkIn(visit, second).expect(200);

        assertThat(delivery.visitState(visit)).isEqualTo("OPEN");
        assertThat(delivery.stateOf(order)).isEqualTo("IN_SERVICE");
    }

    @Test
    void whoIsLeftAloneAtTheDoorIsNeitherANoShowNorThereForEver() {
        UUID first = electrician("电工甲");
        UUID second = electrician("电工乙");
        UUID order = delivery.order(REPAIR, "NORMAL", new Planned(TUESDAY, 2));
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, first, REPAIR).expect(200);
        delivery.accept(visit, second, REPAIR).expect(200);
        time.advanceTo(TUESDAY);
        delivery.checkIn(visit, first).expect(200);

        time.advance(Duration.ofHours(4));

        assertThat(delivery.attendanceState(visit, second)).isEqualTo("NO_SHOW");
        assertThat(delivery.attendanceState(visit, first)).isEqualTo("CHECKED_OUT");
        assertThat(delivery.visitState(visit)).isEqualTo("CANCELLED");
        assertThat(delivery.stateOf(order)).isEqualTo("PREPARING");
    }

    @Test
    void theCenterSeesHowFairlyVolunteersWereAsked() {
        UUID first = delivery.member("甲");
        delivery.member("乙");
        UUID visit = delivery.nextVisit(delivery.haircut());
        time.advance(Duration.ofMinutes(10));
        delivery.accept(visit, first, HAIRCUT).expect(200);
        UUID next = delivery.nextVisit(
                delivery.order(HAIRCUT, "PLANNED", new Planned(TUESDAY.plus(Duration.ofDays(1)), 1)));
        assertThat(delivery.asked(next)).hasSize(1);
        String path = "/centers/" + delivery.center() + "/fairness/offers";
        String week = path + "?from=2026-11-23T00:00:00Z&to=2026-11-30T00:00:00Z";

        JsonNode fairness = delivery.dispatcher().get(week).expect(200).json();

        assertThat(fairness.path("offers").asInt()).isEqualTo(3);
        assertThat(fairness.path("asked").asInt()).isEqualTo(2);
        assertThat(fairness.path("shareOfMostAskedTenth").asDouble()).isEqualTo(.6667);
        assertThat(fairness.path("jain").asDouble()).isEqualTo(9 / 10.0);
        assertThat(fairness.path("acceptance").asDouble()).isEqualTo(1);
        assertThat(fairness.path("visitsSought").asInt()).isEqualTo(2);
        assertThat(fairness.path("visitsFilled").asInt()).isOne();
        assertThat(fairness.path("medianMinutesToFill").asDouble()).isBetween(10.0, 10.5);
        JsonNode before = delivery.dispatcher()
                .get(path + "?from=2026-10-01T00:00:00Z&to=2026-11-01T00:00:00Z")
                .expect(200)
                .json();
        assertThat(before.path("offers").asInt()).isZero();
        assertThat(before.path("jain").asDouble()).isZero();
        delivery.dispatcher()
                .get(path + "?from=2026-01-01T00:00:00Z&to=2026-11-01T00:00:00Z")
                .expect(400, "fairness-period");
        delivery.dispatcher().get(path + "?from=2026-01-01T00:00:00Z").expect(400);
        delivery.dispatcher()
                .get("/centers/371699/fairness/offers?from=2026-11-23T00:00:00Z&to=2026-11-30T00:00:00Z")
                .expect(404);
        delivery.leader().get(week).expect(403);
    }

    /** A haircut on Tuesday by this volunteer, done and reported. */
    private UUID served(UUID volunteer) {
        UUID visit = delivery.nextVisit(delivery.haircut());
        delivery.claim(visit, volunteer, HAIRCUT).expect(200);
        time.advanceTo(TUESDAY);
        delivery.checkIn(visit, volunteer).expect(200);
        time.advance(Duration.ofMinutes(40));
        delivery.checkOut(visit, volunteer).expect(200);
        delivery.report(visit, volunteer, "DONE").expect(200);
        return visit;
    }

    private UUID electrician(String name) {
        UUID account = delivery.member(name);
        delivery.certify(account, "ELECTRICIAN", "2030-01-01");
        delivery.certify(account, "INSURANCE", "2030-01-01");
        return account;
    }

    private List<String> notices(UUID visit) {
        return delivery.dispatcher()
                .get("/visits/" + visit)
                .expect(200)
                .json()
                .path("notices")
                .findValuesAsText("code");
    }
}
