package org.diandan.residents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.identity.Accounts;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.diandan.shared.Ids;
import org.diandan.shared.Role;
import org.diandan.shared.Scope.Grant;
import org.diandan.sites.TestSites;
import org.diandan.timers.TestTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResidentRecordsTest {

    private static final String JINXIU = "371625003010";
    private static final String BOCHANG = "371625003";
    private static final String NEIGHBOUR = "371625004";
    private static final Map<String, Object> SERVICE = Map.of("purpose", "SERVICE", "version", 1, "by", "PHONE");
    private static final Map<String, Object> CIRCUMSTANCES =
            Map.of("purpose", "CIRCUMSTANCES", "version", 1, "by", "PHONE");

    private final String phone = People.phone();

    @Inject
    People people;

    @Inject
    Accounts accounts;

    @Inject
    TestSites sites;

    @Inject
    TestTime time;

    private Person clerk;

    @BeforeEach
    void bochang() {
        sites.ensure(JINXIU, NEIGHBOUR, "210321102209");
        clerk = people.clerkOf(JINXIU);
    }

    @Test
    void aClerkEntersSomebodyWhoCallsAndFindsThemAgain() {
        Answer entered = clerk.post("/residents", somebody()).expect(201);

        assertThat(entered.json().get("phone").asText()).isEqualTo(phone);
        assertThat(entered.json().get("masked").asBoolean()).isFalse();
        assertThat(entered.json().at("/circumstances/0").asText()).isEqualTo("OVER_80");
        Answer again = clerk.post("/residents", somebody()).expect(201);
        assertThat(again.id()).isEqualTo(entered.id());
        assertThat(find(clerk, "?phone=" + phone)).containsExactly(entered.id());
    }

    @Test
    void aListShowsNobodyInFullAndNoCircumstances() {
        clerk.post("/residents", somebody()).expect(201);

        Answer list = clerk.get("/residents?phone=" + phone).expect(200);

        JsonNode line = list.json().at("/items/0");
        assertThat(line.get("name").asText()).isEqualTo("王*英");
        assertThat(line.get("phone").asText()).isEqualTo(phone.substring(0, 3) + "****" + phone.substring(7));
        assertThat(list.text()).doesNotContain(phone).doesNotContain("3号楼").doesNotContain("OVER_80");
    }

    @Test
    void namesAreFoundByTheirBeginningPageByPage() {
        List<UUID> entered = new ArrayList<>();
        for (String name : List.of("欧阳一", "欧阳二", "欧阳三", "欧冶四")) {
            entered.add(clerk.post("/residents", with(somebody(), "name", name))
                    .expect(201)
                    .id());
        }

        assertThat(find(clerk, "?limit=2&name=%E6%AC%A7%E9%98%B3")) // 欧阳
                .containsAll(entered.subList(0, 3))
                .doesNotContain(entered.get(3))
                .doesNotHaveDuplicates();
    }

    @Test
    void nobodyListsAWholeVillage() {
        clerk.get("/residents").expect(400, "search-too-wide");
        clerk.get("/residents?name=%20").expect(400, "search-too-wide");
    }

    @Test
    void aNeighbourOfTheAreaSeesNothing() {
        UUID id = clerk.post("/residents", somebody()).expect(201).id();
        String path = "/residents/" + id;

        for (Person stranger : List.of(
                people.dispatcherOf(NEIGHBOUR),
                people.clerkOf("210321102209"),
                people.resident("371625"),
                people.clerkOf(JINXIU + "-001"))) {
            stranger.get(path).expect(404, "not-found");
            stranger.get(path + "/consents").expect(404);
            stranger.get(path + "/proxies").expect(404);
            stranger.post(path + "/consents", SERVICE).expect(404);
            stranger.post(path + "/proxies", Map.of("relation", "CHILD")).expect(404);
        }
        people.auditorOf("371625").get(path).expect(403);
        people.admin().get(path).expect(403);
        assertThat(find(people.dispatcherOf(NEIGHBOUR), "?phone=" + phone)).isEmpty();
        people.dispatcherOf(BOCHANG).get(path).expect(200);
        people.dispatcherOf("371625").get(path).expect(200);
    }

    @Test
    void twoResidentsNeverSeeEachOther() {
        Person one = people.resident("371625");
        Person other = people.resident("371625");
        UUID id = one.get("/residents/me").expect(200).id();

        one.get("/residents/" + id).expect(200);
        other.get("/residents/" + id).expect(404);
        one.get("/residents?phone=" + phone).expect(403);
        assertThat(other.get("/residents/me").id()).isNotEqualTo(id);
    }

    @Test
    void aClerkEntersNobodyOutsideTheirArea() {
        clerk.post("/residents", with(somebody(), "site", NEIGHBOUR)).expect(403, "outside-area");
        clerk.post("/residents", with(somebody(), "site", "371625999")).expect(400, "unknown-site");
    }

    @Test
    void whoIsKnownInAnotherVillageIsNotShownToThisOne() {
        people.dispatcherOf(NEIGHBOUR)
                .post("/residents", with(somebody(), "site", NEIGHBOUR))
                .expect(201);

        Answer refused = clerk.post("/residents", somebody()).expect(409, "resident-known");

        assertThat(refused.text()).doesNotContain(phone);
    }

    @Test
    void whoSignedInBeforeNamingAVillageIsFoundByTheirClerk() {
        Person resident = people.named("周五", "371625", new Grant(Role.RESIDENT, ""));
        UUID id = resident.get("/residents/me").id();
        String own = accounts.contact(resident.account()).orElseThrow().phone();

        Answer entered = clerk.post("/residents", with(with(somebody(), "name", "周五"), "phone", own))
                .expect(201);

        assertThat(entered.id()).isEqualTo(id);
        assertThat(entered.json().get("site").asText()).isEqualTo(JINXIU);
    }

    @Test
    void whoSaysWhatTheyAreCalledIsCalledSoInTheirRecord() {
        Person resident = people.resident("371625");
        resident.get("/residents/me").expect(200);

        resident.patch(resident.get("/me"), "/me", Map.of("name", "吴六")).expect(200);

        assertThat(resident.get("/residents/me").json().get("name").asText()).isEqualTo("吴六");
    }

    @Test
    void aRecordIsCorrectedByWhoSawItsLastVersion() {
        Answer seen =
                clerk.get("/residents/" + clerk.post("/residents", somebody()).id());
        String path = "/residents/" + seen.id();

        clerk.api().patch(path, Map.of("address", "5号楼")).expect(428);
        Answer corrected = clerk.patch(seen, path, Map.of("address", "锦绣花园5号楼")).expect(200);
        assertThat(corrected.json().get("address").asText()).isEqualTo("锦绣花园5号楼");
        assertThat(corrected.json().get("name").asText()).isEqualTo("王秀英");
        clerk.patch(seen, path, Map.of("name", "李四")).expect(412);
        clerk.patch(corrected, path, Map.of("site", "210321102209")).expect(409, "other-center");
        Answer none =
                clerk.patch(corrected, path, Map.of("circumstances", List.of())).expect(200);
        assertThat(none.json().get("circumstances")).isEmpty();
        clerk.patch(corrected, path, Map.of("name", "李四")).expect(412);
    }

    @Test
    void twoRecordsOfOnePersonAreRefused() {
        clerk.post("/residents", somebody()).expect(201);
        Answer other = clerk.post("/residents", with(somebody(), "name", "王秀云")).expect(201);

        clerk.patch(other, "/residents/" + other.id(), Map.of("name", "王秀英")).expect(409, "resident-known");
    }

    @Test
    void circumstancesEndWithTheirConsent() {
        UUID id = clerk.post("/residents", somebody()).expect(201).id();
        String path = "/residents/" + id;

        Answer consents = clerk.post(path + "/consents/CIRCUMSTANCES/withdraw").expect(200);

        assertThat(consents.json().findValues("endedAt")).hasSize(1);
        Answer without = clerk.get(path).expect(200);
        assertThat(without.json().get("circumstances")).isEmpty();
        clerk.post(path + "/consents/CIRCUMSTANCES/withdraw").expect(409, "consent-ended");
        clerk.patch(without, path, Map.of("circumstances", List.of("ILL"))).expect(400, "consent-needed");
        clerk.post(path + "/consents", CIRCUMSTANCES).expect(200);
        assertThat(clerk.get(path).json().get("circumstances")).isEmpty();
    }

    @Test
    void aConsentSaysHowItCameAndWhoTookIt() {
        Person resident = people.resident("371625");
        UUID own = resident.get("/residents/me").id();
        UUID entered = clerk.post("/residents", somebody()).expect(201).id();

        resident.post("/residents/" + own + "/consents", SERVICE).expect(400, "consent-way");
        resident.post("/residents/" + own + "/consents", with(SERVICE, "by", "SELF"))
                .expect(200);
        clerk.post("/residents/" + entered + "/consents", with(SERVICE, "by", "SELF"))
                .expect(400, "consent-way");
        clerk.post("/residents/" + entered + "/consents", with(SERVICE, "version", 2))
                .expect(400, "consent-version-unknown");
        JsonNode consents = clerk.get("/residents/" + entered + "/consents").json();
        assertThat(consents.at("/items/0/takenBy").asText())
                .isEqualTo(clerk.account().toString());
    }

    @Test
    void aDaughterTakesUpHerMothersInvitation() {
        Person mother = people.resident("371625");
        Person daughter = people.resident("210321");
        UUID id = mother.get("/residents/me").id();
        String path = "/residents/" + id;

        Answer invited =
                mother.post(path + "/proxies", Map.of("relation", "CHILD")).expect(201);
        String invitation = invited.json().get("invitation").asText();
        daughter.get(path).expect(404);
        daughter.post("/residents/invitations/accept", Map.of("invitation", invitation.toLowerCase()))
                .expect(200);

        Answer masked = daughter.get(path).expect(200);
        assertThat(masked.json().get("masked").asBoolean()).isTrue();
        assertThat(masked.json().get("name").asText()).isEqualTo("王*明");
        assertThat(masked.json().has("circumstances")).isFalse();
        assertThat(ids(daughter.get("/residents/represented").expect(200))).containsExactly(id);
        daughter.patch(masked, path, Map.of("name", "李四")).expect(403, "masked-only");
        daughter.get(path + "/consents").expect(403, "masked-only");
        people.resident("371625")
                .post("/residents/invitations/accept", Map.of("invitation", invitation))
                .expect(409, "invitation-not-valid");
    }

    @Test
    void aProxyIsRevokedAtOnce() {
        Person mother = people.resident("371625");
        Person daughter = people.resident("371625");
        UUID id = mother.get("/residents/me").id();
        String path = "/residents/" + id;
        Answer invited =
                mother.post(path + "/proxies", Map.of("relation", "CHILD")).expect(201);
        daughter.post(
                        "/residents/invitations/accept",
                        Map.of("invitation", invited.json().get("invitation").asText()))
                .expect(200);

        mother.post(path + "/proxies/" + invited.id() + "/revoke").expect(204);

        daughter.get(path).expect(404);
        assertThat(ids(daughter.get("/residents/represented"))).isEmpty();
        assertThat(ids(mother.get(path + "/proxies"))).isEmpty();
        mother.post(path + "/proxies/" + invited.id() + "/revoke").expect(404);
    }

    @Test
    void aProxyMayGiveItUpButRemovesNobodyElse() {
        Person mother = people.resident("371625");
        UUID id = mother.get("/residents/me").id();
        Person son = people.resident("371625");
        Person daughter = people.resident("371625");
        UUID sonsPart = allow(mother, id, son);
        UUID daughtersPart = allow(mother, id, daughter);

        son.post("/residents/" + id + "/proxies/" + daughtersPart + "/revoke").expect(404);
        son.post("/residents/" + id + "/proxies/" + sonsPart + "/revoke").expect(204);

        son.get("/residents/" + id).expect(404);
        daughter.get("/residents/" + id).expect(200);
    }

    @Test
    void anInvitationIsGoodForAWeek() {
        Person mother = people.resident("371625");
        UUID id = mother.get("/residents/me").id();
        Answer invited = mother.post("/residents/" + id + "/proxies", Map.of("relation", "CHILD"))
                .expect(201);
        time.advance(Duration.ofDays(7));

        people.resident("371625")
                .post(
                        "/residents/invitations/accept",
                        Map.of("invitation", invited.json().get("invitation").asText()))
                .expect(409, "invitation-not-valid");
    }

    @Test
    void nobodyIsTheirOwnProxy() {
        Person mother = people.resident("371625");
        UUID id = mother.get("/residents/me").id();
        Answer invited = mother.post("/residents/" + id + "/proxies", Map.of("relation", "CHILD"))
                .expect(201);

        mother.post(
                        "/residents/invitations/accept",
                        Map.of("invitation", invited.json().get("invitation").asText()))
                .expect(409, "own-proxy");
    }

    @Test
    void aClerkEntersTheProxyThatAResidentNamedOnThePhone() {
        UUID id = clerk.post("/residents", somebody()).expect(201).id();
        Person son = people.account("371625", new Grant(Role.RESIDENT, ""));
        String sonsPhone = accounts.contact(son.account()).orElseThrow().phone();
        String path = "/residents/" + id + "/proxies";

        clerk.post(path, Map.of("relation", "CHILD")).expect(400, "proxy-incomplete");
        clerk.post(path, Map.of("relation", "CHILD", "phone", People.phone(), "consent", "PHONE"))
                .expect(409, "proxy-without-account");
        var named = Map.of("relation", "CHILD", "phone", sonsPhone, "consent", "PHONE");
        Answer entered = clerk.post(path, named).expect(201);

        assertThat(entered.json().get("state").asText()).isEqualTo("ACTIVE");
        assertThat(entered.json().has("invitation")).isFalse();
        son.get("/residents/" + id).expect(200);
        clerk.post(path, named).expect(409, "proxy-known");
    }

    @Test
    void theListsToChooseFromHaveTextsInBothLanguages() {
        Api anyone = Api.anonymous();

        assertThat(anyone.get("/circumstances")
                        .expect(200)
                        .json()
                        .at("/items/0/text")
                        .asText())
                .isEqualTo("独居");
        assertThat(anyone.in("en")
                        .get("/circumstances")
                        .json()
                        .at("/items/0/text")
                        .asText())
                .isEqualTo("Lives alone");
        assertThat(anyone.get("/relations").expect(200).json().get("items")).hasSize(Relation.values().length);
        assertThat(anyone.get("/consents").expect(200).json().get("items")).hasSize(ConsentPurpose.values().length);
    }

    private static UUID allow(Person resident, UUID id, Person proxy) {
        Answer invited = resident.post("/residents/" + id + "/proxies", Map.of("relation", "CHILD"))
                .expect(201);
        proxy.post(
                        "/residents/invitations/accept",
                        Map.of("invitation", invited.json().get("invitation").asText()))
                .expect(200);
        assertThat(Ids.centerOf(invited.id())).isEqualTo("371625");
        return invited.id();
    }

    private Map<String, Object> somebody() {
        return Map.of(
                "site",
                JINXIU,
                "name",
                "王秀英",
                "phone",
                phone,
                "address",
                "山东省滨州市博兴县博昌街道锦绣社区锦绣花园3号楼",
                "circumstances",
                List.of("OVER_80"),
                "consents",
                List.of(SERVICE, CIRCUMSTANCES));
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(name, value);
        return changed;
    }

    private static List<UUID> find(Person person, String query) {
        List<UUID> found = new ArrayList<>();
        Answer page = person.get("/residents" + query).expect(200);
        found.addAll(ids(page));
        while (page.json().hasNonNull("next")) {
            page = person.get("/residents" + query + "&cursor="
                            + page.json().get("next").asText())
                    .expect(200);
            found.addAll(ids(page));
        }
        return found;
    }

    private static List<UUID> ids(Answer page) {
        List<UUID> ids = new ArrayList<>();
        page.json()
                .get("items")
                .forEach(line -> ids.add(UUID.fromString(line.get("id").asText())));
        return ids;
    }
}
