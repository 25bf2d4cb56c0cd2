package org.diandan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.shared.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BadInputTest {

    private static final String JINXIU = "371625003010";

    @Inject
    Story story;

    @Inject
    Ids ids;

    private Map<String, Object> order;

    @BeforeEach
    void aGoodOrder() {
        story.begin();
        order = story.call("home-haircut", JINXIU, "NORMAL", "13700009999");
    }

    @Test
    void malformedJsonIsSaidToBeSo() {
        Answer answer = clerk().post("/orders", "{\"service\": ");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).isNotEmpty();
    }

    @Test
    void anUnknownFieldAWrongTypeAndAMissingOneAreEachNamed() {
        refused("surprise", 1, "/surprise");
        refused("urgency", "VERY", "/urgency");
        refused("risksAcknowledged", "one", "/risksAcknowledged");
        refused("need", null, "/need");
        refused("need", "长".repeat(2001), "/need");
    }

    @Test
    void whatTheCatalogueAndTheSitesDoNotKnowIsNamed() {
        clerk().post("/orders", with("service", "no-such-service")).expect(400, "unknown-service");
        clerk().post("/orders", with("site", "371625003999")).expect(400, "unknown-site");
        clerk().post("/orders", with("risksAcknowledged", 99)).expect(409, "risks-not-acknowledged");
        clerk().post("/orders", with("answers", Map.of("colour", "red"))).expect(400, "question-unknown");
        clerk().post("/orders", without("consent")).expect(400, "consent-missing");
        clerk().post("/orders", with("orderedFor", Map.of("name", "王秀英"))).expect(400, "contact-missing");
        clerk().post("/orders", with("site", "371625003009")).expect(403, "not-allowed-to-order-for");
    }

    @Test
    void problemsSpeakTheCallersLanguage() {
        Answer chinese = clerk().post("/orders", without("consent"));
        Answer english = clerk().in("en").post("/orders", without("consent"));
        assertThat(chinese.json().path("title").asText()).isEqualTo("缺少本人同意");
        assertThat(english.json().path("title").asText()).isEqualTo("The resident’s consent is missing");
    }

    @Test
    void unknownParametersAndForeignIdsAreRefused() {
        clerk().get("/orders?colour=red").expect(400);
        clerk().get("/orders?cursor=forged").expect(400);
        clerk().get("/orders?limit=201").expect(400);
        clerk().get("/orders/" + ids.of("371625")).expect(404);
        clerk().get("/orders/not-an-id").expect(404);
        clerk().post("/orders/" + new UUID(1, 1) + "/cancel", Map.of("reason", "OTHER"))
                .expect(404);
    }

    @Test
    void whatNeedNotBeSaidIsLeftOut() {
        story.as("dispatcher-boxing")
                .post("/teams", Map.of("name", "新队", "site", JINXIU, "categories", List.of("theory-policy")))
                .expect(201);
    }

    @Test
    void aMissingOrForgedTokenIsRefused() {
        Api.anonymous().get("/orders").expect(401);
        Api.bearing("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.").get("/orders").expect(401);
        Api.anonymous().post("/orders", order).expect(401);
    }

    @Test
    void aRepeatedKeyGivesTheFirstAnswerAndAnotherBodyIsRefused() {
        Api once = clerk().with("Idempotency-Key", "call-" + ids.of("371625"));
        Answer first = once.post("/orders", order).expect(201);
        Answer again = once.post("/orders", order).expect(201);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        once.post("/orders", with("need", "另一件事")).expect(422);
    }

    @Test
    void aStaleVersionChangesNothing() {
        Answer placed = clerk().post("/orders", order).expect(201);
        String path = "/orders/" + placed.id();
        String tag = placed.header("ETag").orElseThrow();
        story.as("dispatcher-bochang")
                .post(path + "/ask", Map.of("question", "几楼？"))
                .expect(200);

        story.as("dispatcher-bochang")
                .with("If-Match", tag)
                .post(path + "/refuse", Map.of("reason", "NOT_ELIGIBLE"))
                .expect(412);
        assertThat(story.stateOf("clerk-jinxiu", placed.id())).isEqualTo("NEEDS_INFO");
    }

    @Test
    void aReasonThatTheVerbDoesNotTakeIsRefusedWithThoseThatItTakes() {
        UUID id = story.places("clerk-jinxiu", order);
        Answer answer = story.as("dispatcher-bochang")
                .in("en")
                .post("/orders/" + id + "/refuse", Map.of("reason", "WEATHER"))
                .expect(400, "reason-unknown");
        assertThat(answer.json().path("detail").asText()).contains("NOT_ELIGIBLE");
        story.does("dispatcher-bochang", id, "refuse", Map.of("reason", "OTHER"))
                .expect(400, "reason-text-missing");
    }

    @Test
    void nothingIsHalfWrittenWhenAnOrderIsRefused() {
        Map<String, Object> bad = with("risksAcknowledged", 99);
        bad.put("orderedFor", Map.of("name", "无此人", "phone", "13700008888"));
        clerk().post("/orders", bad).expect(409);

        JsonNode found = story.as("clerk-jinxiu")
                .get("/residents?phone=13700008888")
                .expect(200)
                .json();
        assertThat(found.path("items")).isEmpty();
    }

    private void refused(String field, Object value, String pointer) {
        Answer answer = clerk().post("/orders", with(field, value));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsText("pointer")).contains(pointer);
    }

    private Api clerk() {
        return story.as("clerk-jinxiu");
    }

    private Map<String, Object> with(String field, Object value) {
        Map<String, Object> changed = new HashMap<>(order);
        changed.put(field, value);
        return changed;
    }

    private Map<String, Object> without(String field) {
        Map<String, Object> changed = new HashMap<>(order);
        changed.remove(field);
        return changed;
    }
}
