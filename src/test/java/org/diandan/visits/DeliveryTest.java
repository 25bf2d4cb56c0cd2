package org.diandan.visits;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.visits.Delivery.HAIRCUT;
import static org.diandan.visits.Delivery.LESSON;
import static org.diandan.visits.Delivery.REPAIR;
import static org.diandan.visits.Delivery.TUESDAY;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.diandan.gateways.SentMessages;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.outbox.TestRelay;
import org.diandan.timers.TestTime;
import org.diandan.visits.Delivery.Planned;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveryTest {

    @Inject
    Delivery delivery;

    @Inject
    TestTime time;

    @Inject
    TestRelay relay;

    @Inject
    SentMessages messages;

    private UUID wang;
    private UUID zhang;

    @BeforeEach
    void inACountyOfItsOwn() {
        delivery.begin();
        wang = delivery.member("王志愿");
        zhang = delivery.member("张志愿");
    }

    @Test
    void aHaircutIsAcceptedDeliveredAndReported() {
        UUID order = delivery.haircut();
        UUID visit = delivery.nextVisit(order);

        delivery.accept(visit, wang, HAIRCUT).expect(200);
        assertThat(delivery.stateOf(order)).isEqualTo("SCHEDULED");

        time.advanceTo(TUESDAY.minus(Duration.ofMinutes(10)));
        delivery.checkIn(visit, wang).expect(200);
        assertThat(delivery.stateOf(order)).isEqualTo("IN_SERVICE");
        assertThat(delivery.visitState(visit)).isEqualTo("OPEN");

        time.advanceTo(TUESDAY.plus(Duration.ofMinutes(45)));
        delivery.report(visit, wang, "DONE").expect(409, "still-checked-in");
        delivery.checkOut(visit, wang).expect(200);
        delivery.report(visit, wang, "DONE").expect(200);

        assertThat(delivery.stateOf(order)).isEqualTo("AWAITING_RATING");
        assertThat(delivery.visitState(visit)).isEqualTo("DONE");
        assertThat(delivery.count(
                        "select coalesce(sum(minutes), 0) from volunteer_hours where center = :center and visit_id = :visit"
                                + " and kind = 'MEASURED' and not flagged",
                        "visit",
                        visit))
                .isEqualTo(55);
        assertThat(delivery.told(order, "VISIT", "PLAN")).isOne();
        assertThat(delivery.told(order, "VISIT", "OPEN")).isOne();
        assertThat(delivery.told(order, "VISIT", "REPORT")).isOne();
        assertThat(delivery.told(order, "ATTENDANCE", "JOIN")).isOne();
        assertThat(delivery.told(order, "ATTENDANCE", "CHECK_IN")).isOne();
        assertThat(delivery.told(order, "ATTENDANCE", "CHECK_OUT")).isOne();
        assertThat(delivery.events(visit, "visit.report")).isOne();
    }

    @Test
    void nothingIsScheduledBeforeTheTimeIsAgreed() {
        UUID order = delivery.signedOff(HAIRCUT, "NORMAL", new Planned(TUESDAY, 1));
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, wang, HAIRCUT).expect(200);
        assertThat(delivery.stateOf(order)).isEqualTo("OFFERED");

        delivery.agreeTime(order);

        assertThat(delivery.stateOf(order)).isEqualTo("SCHEDULED");
    }

    @Test
    void theContactIsSeenFromAcceptanceUntilCloseAndByNobodyElse() {
        UUID order = delivery.haircut();
        UUID visit = delivery.nextVisit(order);
        JsonNode before =
                delivery.as(wang).get("/visits/" + visit).expect(200).json().path("served");
        assertThat(before.path("masked").asBoolean()).isTrue();
        assertThat(before.path("name").asText()).isEqualTo("王*英");
        assertThat(before.path("phone").asText()).contains("****");
        assertThat(before.hasNonNull("address")).isFalse();

        delivery.accept(visit, wang, HAIRCUT).expect(200);

        JsonNode after =
                delivery.as(wang).get("/visits/" + visit).expect(200).json().path("served");
        assertThat(after.path("name").asText()).isEqualTo("王秀英");
        assertThat(after.path("address").asText()).isEqualTo("锦绣社区3号楼2单元");
        delivery.as(delivery.outsider("路人")).get("/visits/" + visit).expect(404);
    }

    @Test
    void aVolunteerAlwaysReadsTheEndOfTheirOwnAttendance() {
        UUID visit = delivery.nextVisit(delivery.haircut());
        delivery.accept(visit, wang, HAIRCUT).expect(200);
        String own = "/attendances/"
                + delivery.as(wang)
                        .get("/visits")
                        .json()
                        .path("items")
                        .get(0)
                        .path("attendance")
                        .asText();
        Api keyed = delivery.as(wang).with("Idempotency-Key", "withdraw-" + visit);
        Map<String, String> ill = Map.of("reason", "ILL");

        Answer withdrawn = keyed.post("/visits/" + visit + "/withdraw", ill).expect(200);

        Answer again = keyed.post("/visits/" + visit + "/withdraw", ill).expect(200);
        assertThat(again.text()).as("sent again on a bad network").isEqualTo(withdrawn.text());
        assertThat(delivery.as(wang)
                        .get(own)
                        .expect(200)
                        .json()
                        .path("reason")
                        .path("code")
                        .asText())
                .isEqualTo("ILL");
        delivery.as(zhang).get(own).expect(404);
        JsonNode line = delivery.as(wang)
                .get("/visits")
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(line.path("attendanceState").path("code").asText()).isEqualTo("WITHDRAWN");
        assertThat(line.toString()).as("nothing of the resident").doesNotContain("王秀英", "王*英", "phone", "address");
    }

    @Test
    void aVisitOfADissolvedTeamIsBroughtToItsEndAndTheRestIsHandedBack() {
        UUID order = delivery.haircut();
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, wang, HAIRCUT).expect(200);
        time.advanceTo(TUESDAY);
        delivery.checkIn(visit, wang).expect(200);

        delivery.dissolveTeam();
        assertThat(delivery.stateOf(order)).isEqualTo("IN_SERVICE");
        delivery.checkOut(visit, wang).expect(200);
        delivery.report(visit, wang, "NOBODY_HOME").expect(200);

        assertThat(delivery.stateOf(order)).isEqualTo("ROUTING");
        assertThat(delivery.told(order, "ORDER", "HAND_BACK")).isOne();
    }

    @Test
    void theNextVisitOfADissolvedTeamIsNotOfferedToItsVolunteers() {
        UUID order = delivery.order(
                HAIRCUT, "NORMAL", new Planned(TUESDAY, 1), new Planned(TUESDAY.plus(Duration.ofDays(1)), 1));
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, wang, HAIRCUT).expect(200);
        time.advanceTo(TUESDAY);
        delivery.checkIn(visit, wang).expect(200);
        delivery.dissolveTeam();
        delivery.checkOut(visit, wang).expect(200);

        delivery.report(visit, wang, "PARTLY_DONE").expect(200);

        assertThat(delivery.stateOf(order)).isEqualTo("ROUTING");
        assertThat(delivery.visits(order)).extracting(delivery::visitState).containsExactly("PARTLY_DONE", "CANCELLED");
    }

    @Test
    void whatWasOnHoldIsPreparedAnew() {
        UUID order = delivery.haircut();
        String review =
                LocalDate.ofInstant(time.now(), ZoneOffset.UTC).plusDays(2).toString();
        delivery.dispatcher()
                .post("/orders/" + order + "/hold", Map.of("reason", "RESIDENT_AWAY", "reviewOn", review))
                .expect(200);
        delivery.dispatcher().post("/orders/" + order + "/resume").expect(200);
        assertThat(delivery.stateOf(order)).isEqualTo("PREPARING");

        delivery.signOff(order, HAIRCUT, new Planned(TUESDAY, 1));

        assertThat(delivery.stateOf(order)).isEqualTo("OFFERED");
    }

    @Test
    void whoHasGoneEarlyIsFreeForAnotherVisit() {
        UUID first = delivery.nextVisit(delivery.haircut());
        UUID second =
                delivery.nextVisit(delivery.order(HAIRCUT, "NORMAL", new Planned(TUESDAY.plus(ofMinutes(30)), 1)));
        delivery.accept(first, wang, HAIRCUT).expect(200);
        delivery.claim(second, wang, HAIRCUT).expect(409, "visit-clash");
        time.advanceTo(TUESDAY);
        delivery.checkIn(first, wang).expect(200);
        time.advanceTo(TUESDAY.plus(ofMinutes(10)));
        delivery.checkOut(first, wang).expect(200);

        delivery.claim(second, wang, HAIRCUT).expect(200);
    }

    @Test
    void whoWithdrewDoesNotKnowTheVisitAnyMore() {
        UUID order = delivery.haircut();
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, wang, HAIRCUT).expect(200);

        Answer withdrawn = delivery.withdraw(visit, wang, "ILL").expect(200);

        assertThat(withdrawn.json().path("state").path("code").asText()).isEqualTo("WITHDRAWN");
        delivery.as(wang).get("/visits/" + visit).expect(404);
        delivery.as(wang)
                .post("/visits/" + visit + "/check-in", Map.of("code", "123456"))
                .expect(404);
        assertThat(delivery.stateOf(order)).isEqualTo("OFFERED");
    }

    @Test
    void whoDropsOutTheEveningBeforeIsLateAndThePlaceIsOfferedAgain() {
        UUID li = delivery.member("李志愿");
        UUID order = delivery.order(LESSON, "NORMAL", new Planned(TUESDAY, 2));
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, wang, LESSON).expect(200);
        delivery.accept(visit, zhang, LESSON).expect(200);
        assertThat(delivery.stateOf(order)).isEqualTo("SCHEDULED");
        assertThat(delivery.offers(visit)).containsEntry(li, "SUPERSEDED");

        time.advanceTo(TUESDAY.minus(Duration.ofHours(18)));
        delivery.as(zhang)
                .post("/visits/" + visit + "/withdraw", Map.of("reason", "OTHER", "text", "孩子发烧"))
                .expect(200);

        assertThat(delivery.attendance(visit, zhang).path("late").asBoolean()).isTrue();
        assertThat(delivery.stateOf(order)).isEqualTo("OFFERED");
        assertThat(delivery.events(visit, "visit.late-drop-out")).isOne();
        assertThat(delivery.asked(visit)).as("a third, not the one who left").containsExactly(li);

        delivery.accept(visit, li, LESSON).expect(200);
        assertThat(delivery.stateOf(order)).isEqualTo("SCHEDULED");
    }

    @Test
    void whoDropsOutInTimeIsNotLate() {
        UUID order = delivery.haircut();
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, wang, HAIRCUT).expect(200);
        delivery.withdraw(visit, wang, "WORK").expect(200);
        assertThat(delivery.attendance(visit, wang).path("late").asBoolean()).isFalse();
        assertThat(delivery.events(visit, "visit.late-drop-out")).isZero();
    }

    @Test
    void aSecondCheckInIsRefusedAndAWrongCodeToo() {
        UUID order = delivery.haircut();
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, wang, HAIRCUT).expect(200);
        String wrong = delivery.code(visit).equals("000000") ? "000001" : "000000";

        delivery.checkIn(visit, wang).expect(409, "check-in-too-early");
        time.advanceTo(TUESDAY);
        delivery.as(wang)
                .post("/visits/" + visit + "/check-in", Map.of("code", wrong))
                .expect(409, "visit-code-wrong");
        assertThat(delivery.stateOf(order)).isEqualTo("SCHEDULED");
        delivery.checkIn(visit, wang).expect(200);
        delivery.checkIn(visit, wang).expect(409, "attendance-not-now");
        assertThat(delivery.told(order, "ATTENDANCE", "CHECK_IN")).isOne();
    }

    @Test
    void theCodeCannotBeGuessedAndIsNotForThoseWhoTypeIt() {
        UUID order = delivery.haircut();
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, wang, HAIRCUT).expect(200);
        delivery.as(wang).get("/visits/" + visit + "/code").expect(403, "visit-code-not-for-you");
        time.advanceTo(TUESDAY);
        String wrong = delivery.code(visit).equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            delivery.as(wang)
                    .post("/visits/" + visit + "/check-in", Map.of("code", wrong))
                    .expect(409, "visit-code-wrong");
        }
        delivery.checkIn(visit, wang).expect(409, "code-tried-too-often");
    }

    @Test
    void theResidentGetsTheCodeByTextMessageWhenTheVisitIsScheduled() {
        UUID order = delivery.haircut();
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, wang, HAIRCUT).expect(200);
        relay.relay();
        String phone = delivery.clerk()
                .get("/visits/" + visit)
                .expect(200)
                .json()
                .path("served")
                .path("phone")
                .asText();
        assertThat(messages.lastTo(phone).orElseThrow()).contains(delivery.code(visit));
    }

    @Test
    void aCertificateThatIsLostMeanwhileIsCheckedAgainAtTheDoor() {
        for (UUID electrician : new UUID[] {wang, zhang}) {
            delivery.certify(electrician, "ELECTRICIAN", "2027-01-01");
            delivery.certify(electrician, "INSURANCE", "2027-01-01");
        }
        UUID order = delivery.order(REPAIR, "NORMAL", new Planned(TUESDAY, 2));
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, wang, REPAIR).expect(200);
        delivery.accept(visit, zhang, REPAIR).expect(200);
        delivery.loseCertificates(zhang);
        time.advanceTo(TUESDAY);

        delivery.checkIn(visit, wang).expect(200);
        delivery.checkIn(visit, zhang).expect(409, "visit-certificate-missing");
    }

    @Test
    void whoseCertificateEndsBeforeTheTimeIsAgreedIsLetGo() {
        for (UUID electrician : new UUID[] {wang, zhang}) {
            delivery.certify(electrician, "ELECTRICIAN", "2027-01-01");
            delivery.certify(electrician, "INSURANCE", "2027-01-01");
        }
        UUID order = delivery.signedOff(REPAIR, "NORMAL", new Planned(TUESDAY, 2));
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, wang, REPAIR).expect(200);
        delivery.accept(visit, zhang, REPAIR).expect(200);
        delivery.loseCertificates(zhang);

        delivery.agreeTime(order);

        assertThat(delivery.stateOf(order)).isEqualTo("OFFERED");
        assertThat(delivery.attendanceState(visit, zhang)).isEqualTo("RELEASED");
        assertThat(delivery.attendanceState(visit, wang)).isEqualTo("EXPECTED");
    }

    @Test
    void nobodyHomeIsPlannedAnew() {
        UUID order = delivery.haircut();
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, wang, HAIRCUT).expect(200);
        time.advanceTo(TUESDAY);
        delivery.checkIn(visit, wang).expect(200);
        delivery.checkOut(visit, wang).expect(200);
        delivery.report(visit, wang, "NOBODY_HOME").expect(200);

        assertThat(delivery.stateOf(order)).isEqualTo("PREPARING");
        assertThat(delivery.visitState(visit)).isEqualTo("NOBODY_HOME");

        delivery.signOff(order, HAIRCUT, new Planned(TUESDAY.plus(Duration.ofDays(2)), 1));
        assertThat(delivery.nextVisit(order)).isNotEqualTo(visit);
    }

    @Test
    void nobodyCameBecomesANoShowACallAndANewPlanAndIsDisputed() {
        UUID order = delivery.haircut();
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, wang, HAIRCUT).expect(200);

        time.advanceTo(TUESDAY.plus(Duration.ofMinutes(59)));
        assertThat(delivery.attendanceState(visit, wang)).isEqualTo("EXPECTED");
        assertThat(delivery.events(visit, "visit.check-in-missing")).isEqualTo(2);
        time.advanceTo(TUESDAY.plus(Duration.ofMinutes(60)));

        assertThat(delivery.attendanceState(visit, wang)).isEqualTo("NO_SHOW");
        assertThat(delivery.visitState(visit)).isEqualTo("CANCELLED");
        assertThat(delivery.stateOf(order)).isEqualTo("PREPARING");
        assertThat(delivery.openTasks("CALL_RESIDENT", visit)).isOne();

        UUID attendance = UUID.fromString(delivery.as(wang)
                .get("/visits?state=CANCELLED")
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("attendance")
                .asText());
        String path = "/attendances/" + attendance;
        delivery.dispatcher()
                .post(path + "/uphold", Map.of("reason", "NOT_SHOWN"))
                .expect(409, "no-show-not-disputed");
        delivery.as(zhang).post(path + "/dispute", Map.of("text", "x")).expect(404);
        delivery.as(wang).post(path + "/dispute", Map.of("text", "我到了，老人不在家")).expect(200);
        assertThat(delivery.openTasks("NO_SHOW_DISPUTE", attendance)).isOne();
        delivery.dispatcher()
                .post(path + "/excuse", Map.of("reason", "WAS_THERE"))
                .expect(200);
        assertThat(delivery.attendanceState(visit, wang)).isEqualTo("EXCUSED");
        assertThat(delivery.openTasks("NO_SHOW_DISPUTE", attendance)).isZero();
    }

    @Test
    void whoComesOfTwoCarriesOnAndTheOtherIsANoShow() {
        UUID order = delivery.order(LESSON, "NORMAL", new Planned(TUESDAY, 2));
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, zhang, LESSON).expect(200);
        delivery.accept(visit, wang, LESSON).expect(200);
        time.advanceTo(TUESDAY);
        delivery.checkIn(visit, wang).expect(200);
        time.advanceTo(TUESDAY.plus(Duration.ofMinutes(60)));

        assertThat(delivery.attendanceState(visit, zhang)).isEqualTo("NO_SHOW");
        assertThat(delivery.stateOf(order)).isEqualTo("IN_SERVICE");
        assertThat(delivery.attendance(visit, wang).path("leads").asBoolean())
                .as("the lead passed to who is there")
                .isTrue();
    }

    @Test
    void nobodyCheckedOutIsClosedAtThePlannedEndAndFlagged() {
        UUID order = delivery.haircut();
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, wang, HAIRCUT).expect(200);
        time.advanceTo(TUESDAY.plus(Duration.ofMinutes(10)));
        delivery.checkIn(visit, wang).expect(200);
        Duration hour = Duration.ofHours(1);

        time.advanceTo(TUESDAY.plus(hour).plus(Duration.ofMinutes(30)));
        assertThat(delivery.events(visit, "visit.check-out-missing")).isOne();
        assertThat(delivery.openTasks("SAFETY_CALL", visit)).isZero();
        time.advanceTo(TUESDAY.plus(hour).plus(Duration.ofMinutes(60)));
        assertThat(delivery.openTasks("SAFETY_CALL", visit)).isOne();
        assertThat(delivery.attendanceState(visit, wang)).isEqualTo("CHECKED_IN");
        time.advanceTo(TUESDAY.plus(hour).plus(Duration.ofMinutes(120)));

        assertThat(delivery.attendanceState(visit, wang)).isEqualTo("CHECKED_OUT");
        assertThat(delivery.attendance(visit, wang).path("closed").asBoolean()).isTrue();
        assertThat(delivery.count(
                        "select minutes from volunteer_hours where center = :center and visit_id = :visit and flagged",
                        "visit",
                        visit))
                .isEqualTo(50);
        delivery.report(visit, wang, "DONE").expect(200);
        assertThat(delivery.stateOf(order)).isEqualTo("AWAITING_RATING");
    }

    @Test
    void theLeaderFinishesOnlyOnceTheReportIsOverdue() {
        UUID order = delivery.haircut();
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, wang, HAIRCUT).expect(200);
        time.advanceTo(TUESDAY);
        delivery.checkIn(visit, wang).expect(200);
        delivery.checkOut(visit, wang).expect(200);
        Map<String, String> done = Map.of("text", "已完成");
        delivery.leader().post("/orders/" + order + "/finish", done).expect(409, "report-not-overdue");
        delivery.expertApi().post("/orders/" + order + "/finish", done).expect(403, "visit-not-yours");

        time.advanceTo(TUESDAY.plus(Duration.ofHours(1)).plus(Duration.ofDays(2)));
        assertThat(delivery.events(visit, "visit.report-missing")).isOne();
        delivery.leader().post("/orders/" + order + "/finish", done).expect(200);

        assertThat(delivery.stateOf(order)).isEqualTo("AWAITING_RATING");
        delivery.leader().post("/orders/" + order + "/finish", done).expect(409, "no-open-visit");
    }

    @Test
    void aLessonThatNeedsAPhotoIsNotDoneWithoutOne() {
        UUID order = delivery.order(LESSON, "NORMAL", new Planned(TUESDAY, 2));
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, wang, LESSON).expect(200);
        delivery.accept(visit, zhang, LESSON).expect(200);
        time.advanceTo(TUESDAY);
        delivery.checkIn(visit, wang).expect(200);
        delivery.checkIn(visit, zhang).expect(200);
        delivery.checkOut(visit, wang).expect(200);
        delivery.checkOut(visit, zhang).expect(200);
        delivery.report(visit, zhang, "DONE").expect(403, "visit-not-yours");
        delivery.report(visit, wang, "DONE").expect(409, "photo-missing");
        assertThat(delivery.stateOf(order)).isEqualTo("IN_SERVICE");
    }

    @Test
    void aLessonOfTwoVisitsIsPartlyDoneAndTheNextIsAcceptedAnew() {
        Planned second = new Planned(TUESDAY.plus(Duration.ofDays(2)), 2);
        UUID order = delivery.order(LESSON, "NORMAL", new Planned(TUESDAY, 2), second);
        UUID first = delivery.nextVisit(order);
        UUID next = delivery.visits(order).get(1);
        delivery.accept(first, wang, LESSON).expect(200);
        delivery.accept(first, zhang, LESSON).expect(200);
        assertThat(delivery.offers(next)).as("asked only when it is the next").isEmpty();
        delivery.claim(next, wang, LESSON).expect(404);
        time.advanceTo(TUESDAY);
        for (UUID volunteer : new UUID[] {wang, zhang}) {
            delivery.checkIn(first, volunteer).expect(200);
            delivery.checkOut(first, volunteer).expect(200);
        }

        delivery.report(first, wang, "PARTLY_DONE").expect(200);

        assertThat(delivery.stateOf(order)).isEqualTo("OFFERED");
        assertThat(delivery.asked(next)).containsExactlyInAnyOrder(wang, zhang);
        delivery.accept(next, zhang, LESSON).expect(200);
        delivery.accept(next, wang, LESSON).expect(200);
        assertThat(delivery.stateOf(order)).isEqualTo("SCHEDULED");
        assertThat(delivery.attendance(next, zhang).path("leads").asBoolean()).isTrue();
    }

    @Test
    void aChangedPlanAsksEveryoneAnew() {
        UUID order = delivery.haircut();
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, wang, HAIRCUT).expect(200);
        delivery.leader()
                .post("/orders/" + order + "/change", Map.of("reason", "WEATHER"))
                .expect(200);

        assertThat(delivery.attendanceState(visit, wang)).isEqualTo("SUPERSEDED");
        assertThat(delivery.visitState(visit)).isEqualTo("CANCELLED");
        delivery.as(wang).get("/visits/" + visit).expect(404);

        delivery.signOff(order, HAIRCUT, new Planned(TUESDAY, 1));
        UUID again = delivery.nextVisit(order);
        assertThat(delivery.asked(again)).contains(wang);
        delivery.accept(again, wang, HAIRCUT).expect(200);
    }

    @Test
    void aCancelledOrderLetsEveryoneGoAtOnce() {
        UUID order = delivery.order(LESSON, "NORMAL", new Planned(TUESDAY, 2));
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, wang, LESSON).expect(200);
        delivery.dispatcher()
                .post("/orders/" + order + "/cancel", Map.of("reason", "NO_LONGER_NEEDED"))
                .expect(200);

        assertThat(delivery.attendanceState(visit, wang)).isEqualTo("RELEASED");
        assertThat(delivery.offers(visit)).containsEntry(zhang, "SUPERSEDED");
        delivery.as(wang).get("/visits/" + visit).expect(404);
        delivery.as(zhang).get("/visits/" + visit).expect(404);
        assertThat(delivery.told(order, "VISIT", "CANCEL")).isOne();
    }

    @Test
    void theLeaderReleasesSomebodyAndChangesWhoLeads() {
        UUID order = delivery.order(LESSON, "NORMAL", new Planned(TUESDAY, 2));
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, wang, LESSON).expect(200);
        delivery.accept(visit, zhang, LESSON).expect(200);
        assertThat(delivery.attendance(visit, wang).path("leads").asBoolean()).isTrue();

        delivery.as(wang)
                .post("/visits/" + visit + "/lead", Map.of("volunteer", zhang))
                .expect(403);
        delivery.leader()
                .post("/visits/" + visit + "/lead", Map.of("volunteer", zhang))
                .expect(200);
        assertThat(delivery.attendance(visit, zhang).path("leads").asBoolean()).isTrue();

        delivery.release(visit, zhang, "NOT_SUITED").expect(200);
        assertThat(delivery.attendanceState(visit, zhang)).isEqualTo("RELEASED");
        assertThat(delivery.attendance(visit, wang).path("leads").asBoolean()).isTrue();
        delivery.as(zhang).get("/visits/" + visit).expect(404);
        assertThat(delivery.stateOf(order)).isEqualTo("OFFERED");
    }

    @Test
    void anOrderThatNeverHadEnoughPeopleIsPlannedAgainAndNobodyIsBlamed() {
        UUID order = delivery.order(LESSON, "NORMAL", new Planned(TUESDAY, 2));
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, wang, LESSON).expect(200);
        time.advanceTo(TUESDAY.plus(Duration.ofMinutes(60)));

        assertThat(delivery.attendanceState(visit, wang)).isEqualTo("EXPECTED");
        assertThat(delivery.openTasks("PLAN_AGAIN", visit)).isOne();
        assertThat(delivery.stateOf(order)).isEqualTo("OFFERED");
    }

    @Test
    void anOfflineCheckInKeepsBothTimesAndAnImplausibleOneIsRefused() {
        UUID order = delivery.haircut();
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, wang, HAIRCUT).expect(200);
        String code = delivery.code(visit);
        time.advanceTo(TUESDAY.plus(Duration.ofMinutes(30)));
        String path = "/visits/" + visit + "/check-in";
        delivery.as(wang)
                .post(
                        path,
                        Map.of(
                                "code",
                                code,
                                "deviceAt",
                                TUESDAY.plus(Duration.ofHours(1)).toString()))
                .expect(400, "device-time");
        delivery.as(wang)
                .post(path, Map.of("code", code, "deviceAt", TUESDAY.toString()))
                .expect(200);
        assertThat(delivery.count(
                        "select count(*) from attendance where center = :center and checked_in_device_at = :device"
                                + " and checked_in_at = :server",
                        "device",
                        TUESDAY,
                        "server",
                        TUESDAY.plus(Duration.ofMinutes(30))))
                .isOne();
    }
}
