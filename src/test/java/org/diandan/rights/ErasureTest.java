package org.diandan.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.diandan.keys.SealedColumn;
import org.diandan.rights.Planting.Planted;
import org.diandan.timers.TestTime;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People who ask to be forgotten are. */
@QuarkusTest
class ErasureTest {

    private static final String ERASE = "/me/data/erase";
    private static final Duration WEEK = Duration.ofDays(7);

    @Inject
    Planting planting;

    @Inject
    Traces traces;

    @Inject
    People people;

    @Inject
    TestTime time;

    @Inject
    Session session;

    private Person other;
    private Planted planted;
    private String seed;

    @BeforeEach
    void somebodyOfWhomEverythingIsKnown() {
        time.reset();
        other = people.named("旁人不见经传", Planting.CENTER);
        seed = "忘" + People.phone().substring(5);
        planted = planting.plant(seed, other);
    }

    @Test
    void aWeekLaterNothingThatWasKnownStandsInAnyTable() {
        String[] marks = {
            seed, planted.marks().get("account.phone"), planted.marks().get("volunteer.guardian_phone")
        };
        Set<String> before = planted.marks().keySet().stream()
                .filter(column -> planted.marks().get(column).startsWith(seed) && !isSealed(column))
                .map(column -> column.substring(0, column.indexOf('.')))
                .collect(Collectors.toSet());
        // The search is not blind: it finds each table that was planted.
        assertThat(traces.of(marks)).containsAll(before).contains("login");

        planted.person().post(ERASE).expect(200);
        time.advance(WEEK);

        assertThat(traces.of(marks)).isEmpty();
        assertThat(count("resident_circumstance where resident = '" + planted.resident() + "'"))
                .isZero();
        assertThat(count("volunteer where id = '" + planted.person().account()
                        + "' and (born_on = '2010-05-01' or sex is not null)"))
                .isZero();
    }

    @Test
    void hoursStayInTheLedgerAndOrdersAreCountedWithoutAPerson() {
        String stays =
                planted.person().post(ERASE).expect(200).json().path("stays").asText();
        time.advance(WEEK);

        assertThat(stays).contains("第十九条");
        assertThat(count("volunteer_hours where volunteer_id = '"
                        + planted.person().account() + "' and minutes = 60"))
                .isEqualTo(1);
        assertThat(count("orders where id = '" + planted.order() + "' and state = 'CLOSED'"))
                .isEqualTo(1);
        assertThat(count("rating where order_id = '" + planted.order() + "' and score = 5"))
                .isEqualTo(1);
    }

    @Test
    void whoIsForgottenSignsInNoMoreAndTheAuditSaysThatItWasAsked() {
        var api = planted.person().api();
        planted.person().post(ERASE).expect(200);
        time.advance(WEEK);

        planted.person().get("/me").expect(401);
        assertThat(count("audit_entry where subject = '" + planted.resident() + "' and decision = 'ERASED'"))
                .isEqualTo(1);
        assertThat(count("account_grant where account = '" + planted.person().account() + "'"))
                .isZero();
        api.get("/me/data").expect(401);
    }

    @Test
    void whoThinksBetterOfItKeepsEverything() {
        planted.person().post(ERASE).expect(200);
        planted.person().post(ERASE).expect(409, "erasure-asked");
        time.advance(Duration.ofDays(6));
        assertThat(planted.person()
                        .get(ERASE)
                        .expect(200)
                        .json()
                        .at("/state/code")
                        .asText())
                .isEqualTo("WAITING");
        planted.person().post(ERASE + "/withdraw").expect(200);
        planted.person().get(ERASE).expect(404, "erasure-not-asked");
        time.advance(WEEK);

        assertThat(planted.person().get("/me/data").expect(200).text())
                .contains(planted.marks().get("orders.words"));
    }

    @Test
    void nobodyIsForgottenWhileSomethingIsToBeDone() {
        set("orders set state = 'SUBMITTED', result = null where id = '" + planted.order() + "'");
        planted.person().post(ERASE).expect(409, "erasure-order-open");
        set("orders set state = 'CLOSED' where id = '" + planted.order() + "'");
        set("attendance set state = 'EXPECTED' where visit_id = '" + planted.visit() + "'");
        planted.person().post(ERASE).expect(409, "erasure-visit-to-come");
        set("attendance set state = 'NO_SHOW' where visit_id = '" + planted.visit() + "'");
        planted.person().post(ERASE).expect(200);
    }

    @Test
    void whatComesBetweenPutsItOffUntilItIsOver() {
        planted.person().post(ERASE).expect(200);
        set("orders set state = 'SUBMITTED', result = null where id = '" + planted.order() + "'");
        time.advance(WEEK);
        assertThat(planted.person()
                        .get(ERASE)
                        .expect(200)
                        .json()
                        .path("obstacle")
                        .asText())
                .isEqualTo("还有未结束的点单");
        set("orders set state = 'CANCELLED' where id = '" + planted.order() + "'");
        time.advance(Duration.ofDays(1));

        assertThat(traces.of(seed)).isEmpty();
    }

    @Test
    void whoLeadsATeamAloneMakesAnotherLeaderFirst() {
        Person dispatcher = people.dispatcherOf(Planting.CENTER);
        var team = dispatcher
                .post(
                        "/teams",
                        Map.of(
                                "name",
                                "忘队" + People.phone(),
                                "site",
                                Planting.SITE,
                                "categories",
                                List.of("convenience"),
                                "coverage",
                                List.of(Planting.SITE),
                                "slots",
                                List.of(Map.of("day", "MONDAY", "from", "08:00", "to", "20:00", "capacity", 3))))
                .expect(201);
        String members = "/teams/" + team.id() + "/members";
        String member = members + "/" + planted.person().account();
        planted.person().post(members).expect(201);
        dispatcher.post(member + "/approve").expect(200);
        dispatcher.post(member + "/make-leader").expect(200);
        planted.person().post(ERASE).expect(409, "erasure-leads-alone");
        dispatcher.post(member + "/end-leading").expect(200);
        planted.person().post(ERASE).expect(200);
        time.advance(WEEK);

        assertThat(count("team_member where account_id = '" + planted.person().account() + "' and state = 'LEFT'"))
                .isEqualTo(1);
    }

    @Test
    void staffTakeItDownForAResidentWithoutAnAccountAlone() {
        Person clerk = people.clerkOf(Planting.SITE);
        String mine = "/residents/" + planted.resident() + "/data/erase";
        clerk.post(mine).expect(409, "erasure-is-theirs");
        var entered = clerk.post(
                        "/residents",
                        Map.of(
                                "site",
                                Planting.SITE,
                                "name",
                                seed + "老人",
                                "phone",
                                People.phone(),
                                "address",
                                seed + "弄",
                                "consents",
                                List.of(Map.of("purpose", "SERVICE", "version", 1, "by", "PHONE"))))
                .expect(201);
        String path = "/residents/" + entered.id() + "/data/erase";
        clerk.post(path).expect(200);
        clerk.post(path + "/withdraw").expect(200);
        clerk.post(path).expect(200);
        time.advance(WEEK);

        assertThat(count("resident where id = '" + entered.id()
                        + "' and name = '已删除' and phone is null and address is null"))
                .isEqualTo(1);
        people.clerkOf("371621003011").post(path).expect(404);
    }

    private static boolean isSealed(String column) {
        int dot = column.indexOf('.');
        return SealedColumn.of(column.substring(0, dot), column.substring(dot + 1))
                .isPresent();
    }

    private long count(String what) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) session.createNativeQuery("select count(*) from " + what)
                                .getSingleResult())
                        .longValue());
    }

    private void set(String what) {
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery("update " + what).executeUpdate());
    }
}
