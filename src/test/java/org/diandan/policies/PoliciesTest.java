package org.diandan.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.diandan.http.Answer;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.diandan.sites.TestSites;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over HTTP. Each test has a Center of its own. */
@QuarkusTest
class PoliciesTest {

    private static final AtomicInteger CENTERS = new AtomicInteger(920100);

    @Inject
    People people;

    @Inject
    TestSites sites;

    @Inject
    Policies policies;

    private String center;
    private String path;
    private Person dispatcher;

    @BeforeEach
    void openACenter() {
        center = "" + CENTERS.incrementAndGet();
        sites.ensure(center + "001");
        path = "/centers/" + center + "/policy";
        dispatcher = people.dispatcherOf(center);
    }

    @Test
    void aCenterThatHasDecidedNothingFollowsTheStandard() {
        Answer standard = dispatcher.get(path).expect(200);

        assertThat(standard.json().at("/policy/version").asInt()).isZero();
        assertThat(standard.json().at("/policy/rules/score/distance").asInt()).isEqualTo(400);
        assertThat(standard.json().has("reason")).isFalse();
        assertThat(standard.header("ETag").orElseThrow()).startsWith("\"0-");
        assertThat(policies.of(center)).isEqualTo(Policy.STANDARD);
    }

    @Test
    void aDecisionIsANewVersionAndTheOldOneCanBeReadForEver() {
        Answer standard = dispatcher.get(path).expect(200);
        ObjectNode request = request(standard, "老人多，同村优先");
        at(request, "/rules/score").put("sameVillage", 200);

        Answer decided = dispatcher.put(standard, path, request).expect(200);
        at(request, "/rules/plans").put("queueDepth", 50);
        Answer again = dispatcher.put(decided, path, request).expect(200);

        assertThat(decided.json().at("/policy/version").asInt()).isEqualTo(1);
        assertThat(decided.json().at("/decidedBy").asText())
                .isEqualTo(dispatcher.account().toString());
        assertThat(again.json().at("/policy/version").asInt()).isEqualTo(2);
        assertThat(policies.of(center).rules().score().sameVillage()).isEqualTo(200);
        assertThat(policies.of(center).version()).isEqualTo(2);
        assertThat(policies.find(center, 1).orElseThrow().rules().plans().queueDepth())
                .isNull();
        assertThat(policies.find(center, 0)).contains(Policy.STANDARD);
        assertThat(policies.find(center, 3)).isEmpty();
    }

    @Test
    void theHistoryTellsWhoDecidedWhatAndWhyDownToTheStandard() {
        Answer seen = dispatcher.get(path).expect(200);
        for (String reason : List.of("一", "二", "三")) {
            seen = dispatcher.put(seen, path, request(seen, reason)).expect(200);
        }
        Person auditor = people.auditorOf(center);
        String list = "/centers/" + center + "/policies";

        List<String> reasons = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = auditor.get(list + "?limit=2" + next).expect(200).json();
            page.at("/items").forEach(item -> reasons.add(item.path("reason").asText("标准")));
            next = page.has("next") ? "&cursor=" + page.at("/next").asText() : "";
        } while (!next.isEmpty());

        assertThat(reasons).containsExactly("三", "二", "一", "标准");
    }

    @Test
    void aDecisionNeedsTheVersionThatWasSeen() {
        Answer standard = dispatcher.get(path).expect(200);
        ObjectNode request = request(standard, "改");

        dispatcher.api().put(path, request).expect(428, "if-match-required");
        dispatcher.put(standard, path, request).expect(200);
        dispatcher.put(standard, path, request).expect(412, "stale-version");
    }

    @Test
    void ofTwoWhoDecideAtOnceOneIsToldThatTheOtherWasFirst() throws Exception {
        Answer standard = dispatcher.get(path).expect(200);
        ObjectNode request = request(standard, "改");
        Callable<Integer> decide = () -> dispatcher.put(standard, path, request).status();
        var pool = Executors.newFixedThreadPool(4);

        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> each : pool.invokeAll(List.of(decide, decide, decide, decide))) {
            statuses.add(each.get());
        }
        pool.shutdown();

        assertThat(statuses).containsExactlyInAnyOrder(200, 412, 412, 412);
    }

    @Test
    void onlyTheCentersDispatcherDecides() {
        Answer standard = dispatcher.get(path).expect(200);
        ObjectNode request = request(standard, "改");
        Person ofTownship = people.dispatcherOf(center + "001");

        ofTownship.get(path).expect(200);
        ofTownship.put(standard, path, request).expect(403, "forbidden");
        people.auditorOf(center).put(standard, path, request).expect(403, "forbidden");
        people.dispatcherOf("920999").get(path).expect(404, "not-found");
        people.dispatcherOf("920999").put(standard, path, request).expect(404, "not-found");
        people.admin().get(path).expect(403, "forbidden");
        dispatcher.get("/centers/" + center + "001/policy").expect(404, "not-found");
        dispatcher.get("/centers/" + center + "001/policies").expect(404, "not-found");
    }

    @Test
    void aNegativeWeightAnUnknownTermAndATierThatFallsAreNamedWhereTheyStand() {
        Answer standard = dispatcher.get(path).expect(200);
        ObjectNode negative = request(standard, "改");
        at(negative, "/rules/score").put("distance", -1);
        ObjectNode unknown = request(standard, "改");
        at(unknown, "/rules/score").put("beauty", 100);
        ObjectNode falling = request(standard, "改");
        at(falling, "/rules/loadTiers/2").put("cost", 10);
        ObjectNode tooMany = request(standard, "改");
        at(tooMany, "/rules/offers/open").put("urgent", 21);
        ObjectNode none = request(standard, "改");
        at(none, "/rules/offers").put("visitsAWeek", 0);
        ObjectNode silent = request(standard, " ");

        assertThat(refused(standard, negative)).isEqualTo("/rules/score/distance");
        assertThat(refused(standard, unknown)).isEqualTo("/rules/score/beauty");
        assertThat(refused(standard, falling)).isEqualTo("/rules/loadTiers/2/cost");
        assertThat(refused(standard, tooMany)).isEqualTo("/rules/offers/open/urgent");
        assertThat(refused(standard, none)).isEqualTo("/rules/offers/visitsAWeek");
        assertThat(refused(standard, silent)).isEqualTo("/reason");
        assertThat(policies.of(center)).isEqualTo(Policy.STANDARD);
        assertThat(dispatcher.get(path).json().at("/policy/version").asInt()).isZero();
    }

    private String refused(Answer seen, ObjectNode request) {
        return dispatcher
                .put(seen, path, request)
                .expect(400, "bad-request")
                .json()
                .at("/errors/0/pointer")
                .asText();
    }

    private static ObjectNode request(Answer seen, String reason) {
        ObjectNode request = ((ObjectNode) seen.json()).objectNode();
        request.put("reason", reason);
        request.set("rules", seen.json().at("/policy/rules").deepCopy());
        return request;
    }

    private static ObjectNode at(ObjectNode request, String pointer) {
        return (ObjectNode) request.at(pointer);
    }
}
