package org.diandan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over HTTP. */
@QuarkusTest
class ServicesTest {

    private static final AtomicInteger SERVICES = new AtomicInteger();

    @Inject
    People people;

    @Inject
    Catalogue catalogue;

    @Inject
    ObjectMapper json;

    private Person admin;
    private String code;

    @BeforeEach
    void anAdministrator() {
        admin = people.admin();
        code = "test-service-" + SERVICES.incrementAndGet();
    }

    @Test
    void theMenuIsReadInTheCallersLanguage() {
        JsonNode zh = Api.anonymous().get("/services/home-haircut").expect(200).json();
        JsonNode en = Api.anonymous()
                .in("en")
                .get("/services/home-haircut")
                .expect(200)
                .json();

        assertThat(zh.at("/name").asText()).isEqualTo("上门理发");
        assertThat(zh.at("/category/text").asText()).isEqualTo("便民服务");
        assertThat(en.at("/name").asText()).isEqualTo("Haircut at home");
        assertThat(en.at("/risks/version").asInt()).isEqualTo(1);
        assertThat(en.at("/certificates/0/code").asText()).isEqualTo("HAIRDRESSER");
        assertThat(en.at("/questions/0/options/2/text").asText()).isEqualTo("Stays in bed");
        assertThat(en.at("/usualDuration").asText()).isEqualTo("PT40M");
        assertThat(en.at("/actions").toString()).isEqualTo("[]");
        assertThat(Api.anonymous()
                        .in("en")
                        .get("/categories")
                        .json()
                        .at("/7/text")
                        .asText())
                .isEqualTo("Help for people in need");
        assertThat(Api.anonymous().get("/certificate-kinds").json().findValuesAsText("code"))
                .contains("NURSE");
    }

    @Test
    void aCategoryIsWalkedPageByPage() {
        List<String> pages = new ArrayList<>();
        JsonNode page =
                Api.anonymous().get("/services?category=help-in-need&limit=2").json();
        while (page.hasNonNull("next")) {
            pages.addAll(page.at("/items").findValuesAsText("code"));
            page = Api.anonymous()
                    .get("/services?category=help-in-need&limit=2&cursor="
                            + page.at("/next").asText())
                    .expect(200)
                    .json();
        }
        pages.addAll(page.at("/items").findValuesAsText("code"));

        assertThat(pages).containsExactly("companionship-visit", "counselling", "escort-to-hospital", "meal-delivery");
        Api.anonymous().get("/services?colour=red").expect(400, "bad-request");
        Api.anonymous().get("/services?site=371699").expect(400, "unknown-site");
        Api.anonymous().get("/services/moon-landing").expect(404, "not-found");
    }

    @Test
    void anAdministratorAddsAServiceAndNewRisksGetANewVersion() {
        Answer added = admin.post("/services", service()).expect(201);
        assertThat(added.header("Location")).hasValue("/api/v1/services/" + code);
        admin.post("/services", service()).expect(409, "service-exists");
        assertThat(catalogue.get(code).people()).isEqualTo(2);

        Answer renamed = admin.patch(added, "/services/" + code, Map.of("name", words("新名", "New name")))
                .expect(200);
        assertThat(renamed.json().at("/risks/version").asInt()).isEqualTo(1);
        assertThat(renamed.json().at("/certificates/0/code").asText())
                .as("what is not given stays")
                .isEqualTo("NURSE");
        assertThat(renamed.json().at("/checklist")).hasSize(1);
        Answer riskier = admin.patch(renamed, "/services/" + code, Map.of("risks", words("小心火", "Mind the fire")))
                .expect(200);

        assertThat(riskier.json().at("/risks/version").asInt()).isEqualTo(2);
        assertThat(catalogue.get(code).riskVersion()).isEqualTo(2);
        assertThat(Api.anonymous()
                        .in("en")
                        .get("/services/" + code + "/risks")
                        .json()
                        .findValuesAsText("text"))
                .containsExactly("Mind the fire", "Mind the step");
        admin.patch(added, "/services/" + code, Map.of("photo", true)).expect(412, "stale-version");
    }

    @Test
    void aServiceThatEndsIsNoLongerOnTheMenuButKeepsItsName() {
        Answer added = admin.post("/services", service()).expect(201);
        assertThat(catalogue.isOffered(code, "371625003010")).isTrue();

        admin.patch(added, "/services/" + code, Map.of("active", false)).expect(200);

        assertThat(catalogue.isOffered(code, "371625003010")).isFalse();
        assertThat(Api.anonymous()
                        .get("/services?limit=200")
                        .json()
                        .at("/items")
                        .findValuesAsText("code"))
                .doesNotContain(code);
        assertThat(Api.anonymous()
                        .get("/services?limit=200&active=false")
                        .json()
                        .at("/items")
                        .findValuesAsText("code"))
                .contains(code);
        Api.anonymous().get("/services/" + code).expect(200);
    }

    @Test
    void whatMakesNoSenseIsNamedPartByPart() {
        ObjectNode wrong = service();
        wrong.put("category", "sport").put("people", 1).put("usualDuration", "PT13H");
        wrong.withArray("certificates").add("PILOT");
        ObjectNode question = wrong.withArray("questions").addObject();
        question.put("code", "which")
                .put("kind", "CHOICE")
                .put("required", true)
                .set("text", json.valueToTree(words("哪个", "Which")));

        Answer answer = admin.post("/services", wrong).expect(400, "bad-request");

        assertThat(answer.json().at("/errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/category", "/people", "/usualDuration", "/certificates/1", "/questions/0/options");
        admin.post("/services", service().put("code", "Not A Code")).expect(400, "bad-request");
        admin.post("/services", service().put("colour", "red")).expect(400, "bad-request");
        assertThat(catalogue.find(code)).isEmpty();
    }

    @Test
    void whatAnAdministratorChoosesFromIsServedAsLists() {
        JsonNode choices =
                Api.anonymous().in("en").get("/services/choices").expect(200).json();

        assertThat(choices.at("/pairRules").findValuesAsText("code")).containsExactly("NONE", "TWO_PEOPLE", "SAME_SEX");
        assertThat(choices.at("/riskClasses/2/text").asText()).isEqualTo("High");
    }

    @Test
    void onlyAnAdministratorChangesTheCatalogue() {
        people.dispatcherOf("371625").post("/services", service()).expect(403, "forbidden");
        Api.anonymous().post("/services", service()).expect(401, "unauthenticated");
        Answer seen = admin.get("/services/home-haircut").expect(200);
        people.dispatcherOf("371625")
                .patch(seen, "/services/home-haircut", Map.of("photo", true))
                .expect(403, "forbidden");
        admin.api().patch("/services/home-haircut", Map.of("photo", true)).expect(428, "if-match-required");
        assertThat(seen.json().at("/actions").toString()).isEqualTo("[\"CHANGE\"]");
    }

    private ObjectNode service() {
        ObjectNode service = json.createObjectNode()
                .put("code", code)
                .put("category", "convenience")
                .put("riskClass", "LOW")
                .put("certificateRule", "EXPERT")
                .put("insurance", false)
                .put("takenOnAutomatically", false)
                .put("photo", false)
                .put("needsCircumstances", false)
                .put("people", 2)
                .put("pairRule", "TWO_PEOPLE")
                .put("usualDuration", "PT1H");
        service.set("name", json.valueToTree(words("试", "Test")));
        service.set("description", json.valueToTree(words("试一试", "To test")));
        service.set("risks", json.valueToTree(words("小心台阶", "Mind the step")));
        service.putArray("certificates").add("NURSE");
        service.putArray("questions");
        service.putArray("checklist")
                .addObject()
                .put("code", "called")
                .set("text", json.valueToTree(words("打电话", "Called")));
        return service;
    }

    private static Map<String, String> words(String zh, String en) {
        return Map.of("zh", zh, "en", en);
    }
}
