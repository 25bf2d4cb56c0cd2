package org.diandan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.shared.Role;
import org.diandan.shared.Scope.Grant;
import org.diandan.sites.TestSites;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountsTest {

    private static final String BOXING = "371625";
    private static final String BOCHANG = "371625003";
    private static final String JINXIU = "371625003010";
    private static final String NEIGHBOUR = "371625004";

    private final Api anyone = Api.anonymous();

    @Inject
    People people;

    @Inject
    TestSites sites;

    @BeforeEach
    void boxing() {
        sites.ensure(JINXIU, NEIGHBOUR, "210521");
    }

    @Test
    void aDispatcherGivesAClerkAnAccount() {
        Person dispatcher = people.dispatcherOf(BOCHANG);

        Answer opened = dispatcher.post("/accounts", clerk(JINXIU)).expect(201);

        assertThat(opened.header("Location").orElseThrow()).endsWith("/accounts/" + opened.id());
        assertThat(opened.json().at("/grants/0/scope").asText()).isEqualTo(JINXIU);
        Person clerk = people.person(opened.id());
        assertThat(clerk.get("/me").json().at("/grants/0/role").asText()).isEqualTo("CLERK");
        clerk.get("/accounts").expect(403);
    }

    @Test
    void nobodyGrantsMoreThanTheTableOfRolesSays() {
        Person dispatcher = people.dispatcherOf(BOCHANG);

        dispatcher.post("/accounts", clerk(NEIGHBOUR)).expect(403, "may-not-grant");
        dispatcher
                .post("/accounts", staff(People.phone(), new GrantView(Role.DISPATCHER, BOCHANG)))
                .expect(403, "may-not-grant");
        dispatcher
                .post("/accounts", staff(People.phone(), new GrantView(Role.ADMIN, "")))
                .expect(403, "may-not-grant");
        dispatcher
                .post(
                        "/accounts",
                        staff(
                                People.phone(),
                                new GrantView(Role.LEADER, UUID.randomUUID().toString())))
                .expect(400, "granted-elsewhere");
        dispatcher.post("/accounts", clerk("371625999")).expect(400, "unknown-site");
    }

    @Test
    void aPhoneThatHasAnAccountIsToldToThoseWhoWouldGrantItSomething() {
        String phone = People.phone();
        Person dispatcher = people.dispatcherOf(BOCHANG);
        Answer first = dispatcher
                .post("/accounts", staff(phone, new GrantView(Role.CLERK, JINXIU)))
                .expect(201);

        Answer refused = dispatcher
                .post("/accounts", staff(phone, new GrantView(Role.CLERK, BOCHANG)))
                .expect(409, "phone-taken");

        assertThat(refused.json().get("account").asText()).isEqualTo(first.id().toString());
        dispatcher
                .post("/accounts/" + first.id() + "/grants", Map.of("role", "CLERK", "scope", BOCHANG))
                .expect(200);
        assertThat(people.person(first.id()).get("/me").json().get("grants")).hasSize(2);
    }

    @Test
    void aGrantTakenAwayIsGone() {
        Person dispatcher = people.dispatcherOf(BOXING);
        Person township = people.dispatcherOf(BOCHANG);
        township.get("/accounts").expect(200);
        String path = "/accounts/" + township.account();
        Answer seen = dispatcher.get(path).expect(200);

        dispatcher
                .api()
                .delete(path + "/grants?role=DISPATCHER&scope=" + BOCHANG)
                .expect(428);
        dispatcher
                .delete(seen, path + "/grants?role=DISPATCHER&scope=" + BOCHANG)
                .expect(204);

        township.get("/accounts").expect(403);
    }

    @Test
    void aNeighbouringDispatcherDoesNotSeeTheAccount() {
        Person clerk = people.clerkOf(JINXIU);
        Person neighbour = people.dispatcherOf(NEIGHBOUR);
        Person county = people.dispatcherOf(BOXING);

        neighbour.get("/accounts/" + clerk.account()).expect(404, "not-found");
        neighbour.get("/accounts/" + clerk.account() + "/grants").expect(404);
        neighbour
                .post("/accounts/" + clerk.account() + "/suspend", Map.of("reason", "x"))
                .expect(404);
        county.get("/accounts/" + clerk.account()).expect(200);
    }

    @Test
    void residentsAreInNoList() {
        Person resident = people.resident(BOXING);
        Person both = people.account(BOXING, new Grant(Role.RESIDENT, ""), new Grant(Role.CLERK, JINXIU));

        List<JsonNode> lines = all(people.dispatcherOf(BOXING), "/accounts?limit=2");

        assertThat(ids(lines)).contains(both.account()).doesNotContain(resident.account());
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.get("phone").asText()).contains("****"));
        assertThat(lines.toString()).doesNotContain("RESIDENT");
        assertThat(ids(lines)).doesNotHaveDuplicates();
    }

    @Test
    void aListIsOfTheCallersAreasAlone() {
        Person inside = people.clerkOf(JINXIU);
        Person outside = people.clerkOf(NEIGHBOUR);
        Person dispatcher = people.dispatcherOf(BOCHANG);

        assertThat(ids(all(dispatcher, "/accounts"))).contains(inside.account()).doesNotContain(outside.account());
        assertThat(dispatcher.get("/accounts?area=" + NEIGHBOUR).json().get("items"))
                .isEmpty();
        assertThat(ids(all(people.dispatcherOf(BOXING), "/accounts?area=" + NEIGHBOUR)))
                .contains(outside.account())
                .doesNotContain(inside.account());
        assertThat(ids(all(people.admin(), "/accounts?area=37&limit=200")))
                .contains(inside.account(), outside.account());
        assertThat(ids(all(people.admin(), "/accounts?limit=200"))).contains(inside.account(), outside.account());
    }

    @Test
    void aSuspendedAccountIsShutOutUntilItIsReopened() {
        Person dispatcher = people.dispatcherOf(BOCHANG);
        Map<String, Object> withPassword = new HashMap<>(clerk(JINXIU));
        var byPassword = Map.of("grant", "PASSWORD", "login", "sus.pended", "password", "correct horse battery");
        withPassword.put("login", "sus.pended");
        withPassword.put("password", "correct horse battery");
        Person clerk = people.person(dispatcher.post("/accounts", withPassword).id());
        String path = "/accounts/" + clerk.account();
        clerk.get("/me").expect(200);
        anyone.post("/auth/token", byPassword).expect(200);

        Answer suspended = dispatcher
                .post(path + "/suspend", Map.of("reason", "left the office"))
                .expect(200);
        assertThat(suspended.json().get("state").asText()).isEqualTo("SUSPENDED");
        clerk.get("/me").expect(401, "invalid-token");
        dispatcher.post(path + "/suspend", Map.of("reason", "again")).expect(409, "already-suspended");

        anyone.post("/auth/token", byPassword).expect(403, "account-suspended");
        dispatcher.post(path + "/reopen", Map.of("reason", "came back")).expect(200);
        clerk.get("/me").expect(200);
    }

    @Test
    void whoMayNotGrantAllThatSomebodyHoldsMayNotSuspendThem() {
        Person clerkAndMore =
                people.account(BOXING, new Grant(Role.CLERK, JINXIU), new Grant(Role.DISPATCHER, BOCHANG));

        people.dispatcherOf(BOCHANG)
                .post("/accounts/" + clerkAndMore.account() + "/suspend", Map.of("reason", "x"))
                .expect(403, "may-not-suspend");
        people.dispatcherOf(BOXING)
                .post("/accounts/" + clerkAndMore.account() + "/suspend", Map.of("reason", "x"))
                .expect(200);
    }

    @Test
    void whoMakesAResidentAClerkMayNotShutTheResidentOut() {
        Person resident = people.resident(BOXING);
        Person dispatcher = people.dispatcherOf(BOCHANG);
        String path = "/accounts/" + resident.account();
        dispatcher
                .post(path + "/grants", Map.of("role", "CLERK", "scope", JINXIU))
                .expect(200);

        for (String verb : List.of("suspend", "close")) {
            dispatcher.post(path + "/" + verb, Map.of("reason", "x")).expect(403, "may-not-suspend");
        }
        dispatcher.post(path + "/second-factor/remove").expect(403, "may-not-suspend");
        people.dispatcherOf(BOXING).post(path + "/close", Map.of("reason", "x")).expect(200);
    }

    @Test
    void anAdministratorSeesNoResidents() {
        Person resident = people.resident(BOXING);

        people.admin().get("/accounts/" + resident.account()).expect(404);
        people.dispatcherOf(BOXING).get("/accounts/" + resident.account()).expect(200);
        people.dispatcherOf(BOCHANG).get("/accounts/" + resident.account()).expect(404);
    }

    @Test
    void nobodyChangesTheirOwnRights() {
        Person dispatcher = people.dispatcherOf(BOCHANG);
        String path = "/accounts/" + dispatcher.account();

        dispatcher
                .post(path + "/grants", Map.of("role", "CLERK", "scope", JINXIU))
                .expect(403, "own-grant");
        dispatcher.post(path + "/suspend", Map.of("reason", "x")).expect(403, "own-grant");
    }

    @Test
    void anAdministratorMakesTheFirstDispatcherOfACounty() {
        Answer opened = people.admin()
                .post("/accounts", staff(People.phone(), new GrantView(Role.DISPATCHER, "210521")))
                .expect(201);

        assertThat(opened.json().get("center").asText()).isEqualTo("210521");
        people.person(opened.id()).post("/accounts", clerk("210521")).expect(201);
    }

    @Test
    void anAccountNeedsAWayToSignIn() {
        Person dispatcher = people.dispatcherOf(BOCHANG);
        var grants = List.of(Map.of("role", "CLERK", "scope", JINXIU));

        dispatcher.post("/accounts", Map.of("name", "李四", "grants", grants)).expect(400, "way-to-sign-in-needed");
        dispatcher
                .post("/accounts", Map.of("name", "李四", "login", "li.si", "password", "li.si li.si", "grants", grants))
                .expect(400, "password-guessable");
        dispatcher
                .post("/accounts", Map.of("name", "李四", "login", "Li Si", "password", "short", "grants", grants))
                .expect(400, "bad-request");
    }

    @Test
    void anAccountIsOpenedOnceForOneKey() {
        Person dispatcher = people.dispatcherOf(BOCHANG);
        var api = dispatcher.api().with("Idempotency-Key", UUID.randomUUID().toString());
        var body = clerk(JINXIU);

        Answer first = api.post("/accounts", body).expect(201);
        Answer again = api.post("/accounts", body).expect(201);

        assertThat(again.id()).isEqualTo(first.id());
    }

    private static Map<String, Object> clerk(String site) {
        return staff(People.phone(), new GrantView(Role.CLERK, site));
    }

    private static Map<String, Object> staff(String phone, GrantView grant) {
        return Map.of("name", "李四", "phone", phone, "grants", List.of(grant));
    }

    private static List<JsonNode> all(Person person, String path) {
        List<JsonNode> lines = new ArrayList<>();
        JsonNode page = person.get(path).expect(200).json();
        page.get("items").forEach(lines::add);
        while (page.hasNonNull("next")) {
            String cursor = (path.contains("?") ? "&" : "?") + "cursor="
                    + page.get("next").asText();
            page = person.get(path + cursor).expect(200).json();
            page.get("items").forEach(lines::add);
        }
        return lines;
    }

    private static List<UUID> ids(List<JsonNode> lines) {
        return lines.stream()
                .map(line -> UUID.fromString(line.get("id").asText()))
                .toList();
    }
}
