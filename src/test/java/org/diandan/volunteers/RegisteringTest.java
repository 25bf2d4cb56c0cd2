package org.diandan.volunteers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.volunteers.Bochang.JINXIU;
import static org.diandan.volunteers.Bochang.NEIGHBOURS;
import static org.diandan.volunteers.Bochang.OTHER_TOWN;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diandan.identity.People;
import org.diandan.shared.Role;
import org.diandan.shared.Scope.Grant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegisteringTest {

    @Inject
    Bochang bochang;

    @Inject
    People people;

    @BeforeEach
    void open() {
        bochang.open();
    }

    @Test
    void whoRegistersIsAVolunteerAtOnce() {
        var wang = bochang.someone();

        var answer = wang.post("/volunteers", Bochang.registration()).expect(201);

        assertThat(answer.header("Location").orElseThrow()).endsWith("/volunteers/" + wang.account());
        assertThat(answer.json().path("minor").asBoolean()).isFalse();
        wang.put(wang.get(availability(wang.account())), availability(wang.account()), Map.of("windows", List.of()))
                .expect(200);
    }

    @Test
    void nobodyRegistersTwice() {
        bochang.volunteer().post("/volunteers", Bochang.registration()).expect(409, "already-a-volunteer");
    }

    @Test
    void aMinorNeedsAGuardian() {
        var young = registration("bornOn", "2010-01-01");
        var guarded = new HashMap<>(young);
        guarded.put("guardian", Map.of("name", "王大明", "phone", "13800000002", "consents", true));
        var unwilling = new HashMap<>(young);
        unwilling.put("guardian", Map.of("name", "王大明", "phone", "13800000002", "consents", false));
        var pupil = bochang.someone();

        pupil.post("/volunteers", young).expect(409, "guardian-needed");
        pupil.post("/volunteers", unwilling).expect(400);
        pupil.post("/volunteers", guarded).expect(201);
        assertThat(pupil.get("/volunteers/" + pupil.account())
                        .json()
                        .path("minor")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aChildIsTooYoung() {
        bochang.someone()
                .post("/volunteers", registration("bornOn", "2014-01-01"))
                .expect(409, "too-young");
    }

    @Test
    void homeIsInTheAccountsOwnCenter() {
        bochang.someone().post("/volunteers", registration("site", NEIGHBOURS)).expect(400, "site-elsewhere");
        bochang.someone().post("/volunteers", registration("site", "371625999")).expect(400);
    }

    @Test
    void theAreasClerkSeesAllTheNeighboursNothing() {
        var wang = bochang.volunteer();
        var path = "/volunteers/" + wang.account();

        assertThat(people.clerkOf(JINXIU)
                        .get(path)
                        .expect(200)
                        .json()
                        .path("bornOn")
                        .asText())
                .isEqualTo("1990-05-01");
        people.clerkOf(OTHER_TOWN).get(path).expect(404);
        people.dispatcherOf(NEIGHBOURS).get(path).expect(404);
        bochang.volunteer().get(path).expect(404);
        bochang.someone().get(path).expect(404);
    }

    @Test
    void theLeaderSeesTheirOwnPeopleMasked() {
        var dispatcher = bochang.dispatcher();
        var team = bochang.team(dispatcher);
        var wang = bochang.memberOf(team, dispatcher);
        var path = "/volunteers/" + wang.account();
        var leader = people.account("371625", new Grant(Role.LEADER, team.id().toString()));
        var otherLeader = people.account(
                "371625", new Grant(Role.LEADER, bochang.team(dispatcher).id().toString()));

        var seen = leader.get(path).expect(200).json();

        assertThat(seen.path("name").asText()).isEqualTo("王小明");
        assertThat(seen.path("phone").asText()).contains("****");
        assertThat(seen.path("bornOn").isValueNode() && !seen.path("bornOn").isNull())
                .isFalse();
        otherLeader.get(path).expect(404);
    }

    @Test
    void availabilityIsReplacedAsAWholeAndOnlyWhatWasSeen() {
        var wang = bochang.volunteer();
        var path = availability(wang.account());
        var seen = wang.get(path).expect(200);
        var monday = Map.of("day", "MONDAY", "from", "09:00", "to", "11:00");

        wang.put(seen, path, Map.of("windows", List.of(monday))).expect(200);

        wang.put(seen, path, Map.of("windows", List.of())).expect(412);
        wang.api().put(path, Map.of("windows", List.of())).expect(428);
        assertThat(wang.get(path).json().path("windows")).hasSize(1);
        wang.put(wang.get(path), path, Map.of("windows", List.of(monday, monday)))
                .expect(400, "windows-overlap");
        bochang.volunteer().get(path).expect(404);
    }

    @Test
    void theListsToChooseFromSpeakBothLanguages() {
        var api = bochang.someone().api();

        assertThat(api.get("/volunteers/choices")
                        .expect(200)
                        .json()
                        .at("/organisationKinds/0/text")
                        .asText())
                .isEqualTo("机关");
        assertThat(api.in("en")
                        .get("/volunteers/choices")
                        .json()
                        .at("/organisationKinds/0/text")
                        .asText())
                .isEqualTo("Authority");
    }

    private static Map<String, Object> registration(String field, Object value) {
        var registration = new HashMap<>(Bochang.registration());
        registration.put(field, value);
        return registration;
    }

    private static String availability(Object account) {
        return "/volunteers/" + account + "/availability";
    }
}
