package org.diandan.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.http.Api;
import org.diandan.shared.Role;
import org.diandan.timers.TestTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decisions that can be explained and repeated, and orders that wait. */
@QuarkusTest
class DecisionJourneyTest {

    private static final int BEYOND_ANY_WORTH = 9000;

    @Inject
    County county;

    @Inject
    TestTime time;

    @Inject
    Waiting waiting;

    @BeforeEach
    void inACountyOfItsOwn() {
        county.begin("NORMAL");
    }

    @Test
    void aDecisionIsToldInWordsAndMadeAgainGivesTheSameTeam() {
        UUID near = county.barbers(county.village(), 2);
        UUID far = county.barbers(county.villageNextDoor(), 2, county.township());
        UUID order = county.haircut();
        String path = "/routings/" + routings(order).get(0).path("id").asText() + "/decision";

        JsonNode decision = dispatcher().get(path).expect(200).json();
        JsonNode replay = dispatcher().get(path + "/replay").expect(200).json();

        assertThat(decision.path("team").asText()).isEqualTo(near.toString());
        assertThat(decision.path("outcome").asText()).isEqualTo("ASKED");
        assertThat(decision.path("worth").asInt()).isEqualTo(1500);
        assertThat(decision.at("/notChosen/0/team").asText()).isEqualTo(far.toString());
        assertThat(decision.at("/notChosen/0/lacked").asText()).isEqualTo("DISTANCE");
        assertThat(sentences(decision)).anyMatch(said -> said.contains("主要差在距离"));
        assertThat(sentences(dispatcher().in("en").get(path).json()))
                .anyMatch(said -> said.endsWith("scored 313 less, mostly for distance."));
        assertThat(replay.path("same").asBoolean()).isTrue();
        assertThat(replay.path("first").asText()).isEqualTo(near.toString());
    }

    @Test
    void aDecisionIsRepeatedByThePolicyThatHeldThenNotByTheOneThatHoldsNow() {
        UUID near = county.barbers(county.village(), 2);
        UUID liked = county.barbers(county.villageNextDoor(), 2, county.township());
        UUID order = county.haircut();
        String path = "/routings/" + routings(order).get(0).path("id").asText() + "/decision/replay";
        county.decides(rules -> {
            rules.withObject("/score").put("distance", 0).put("sameVillage", 0).put("sameTownship", 0);
        });
        county.slower(near);

        assertThat(dispatcher().get(path).json().path("same").asBoolean()).isTrue();
        JsonNode next = routings(county.haircut()).get(0);
        assertThat(next.path("team").asText()).isEqualTo(liked.toString());
        JsonNode decision = dispatcher()
                .get("/routings/" + next.path("id").asText() + "/decision")
                .json();
        assertThat(decision.path("policy").asInt()).isEqualTo(1);
    }

    @Test
    void whatTheWorthIsMadeOfIsForAuditorsAlone() {
        UUID team = county.barbers(county.village(), 2);
        UUID order = county.haircut();
        String path = "/routings/" + routings(order).get(0).path("id").asText() + "/decision";

        assertThat(dispatcher().get(path).json().has("factors")).isFalse();
        JsonNode audited = county.as(Role.AUDITOR, county.center()).get(path).json();
        assertThat(audited.at("/factors/quarters").asInt()).isZero();
        assertThat(audited.at("/factors").has("livesAlone")).isTrue();
        county.leaderOf(team).get(path).expect(403, "forbidden");
        county.dispatcherOf(county.otherTownship()).get(path).expect(404, "not-found");
    }

    @Test
    void anOverriddenRankingIsKeptBesideTheOverride() {
        UUID near = county.barbers(county.village(), 2);
        UUID far = county.barbers(county.villageNextDoor(), 2, county.township());
        UUID order = county.haircut();
        UUID manual = dispatcher()
                .post("/orders/" + order + "/routings", Map.of("team", far, "reason", "认识这位老人"))
                .expect(201)
                .id();

        JsonNode decision = dispatcher()
                .get("/routings/" + manual + "/decision")
                .expect(200)
                .json();

        assertThat(decision.path("engine").asText()).isEqualTo("MANUAL");
        assertThat(decision.path("team").asText()).isEqualTo(far.toString());
        assertThat(decision.path("first").asText()).isEqualTo(near.toString());
        assertThat(decision.path("margin").asInt()).isNegative();
        assertThat(sentences(decision)).anyMatch(said -> said.contains("认识这位老人"));
        JsonNode replay =
                dispatcher().get("/routings/" + manual + "/decision/replay").json();
        assertThat(replay.path("first").asText()).isEqualTo(near.toString());
        assertThat(replay.path("same").asBoolean()).isTrue();
    }

    @Test
    void anOrderWhoseTeamsAreAllKeptForOthersWaitsAndIsSeenToWait() {
        UUID team = county.barbers(county.village(), 2);
        county.prices(team, BEYOND_ANY_WORTH);
        UUID order = county.haircut();

        assertThat(routings(order)).isEmpty();
        assertThat(waitingOrders()).containsExactly(order.toString());
        assertThat(candidates(order).has("waitingFrom")).isTrue();
        JsonNode decision = decisions(order).get(0);
        assertThat(decision.path("outcome").asText()).isEqualTo("WAITS");
        assertThat(sentences(decision).get(0)).startsWith("订单等待");
    }

    @Test
    void anUrgentOrderTakesTheTeamThatIsKeptForOthers() {
        county.prices(county.barbers(county.village(), 2), BEYOND_ANY_WORTH);

        assertThat(routings(county.haircut(county.village(), "URGENT"))).hasSize(1);
        assertThat(waitingOrders()).isEmpty();
    }

    @Test
    void aTeamFurtherAwayIsAskedBeforeAnOrderWaits() {
        county.prices(county.barbers(county.village(), 2), BEYOND_ANY_WORTH);
        UUID free = county.barbers(county.otherTownship(), 2);

        JsonNode asked = routings(county.haircut()).get(0);

        assertThat(asked.path("team").asText()).isEqualTo(free.toString());
        assertThat(asked.path("reach").asText()).isEqualTo("COUNTY");
    }

    @Test
    void aWaitingOrderIsWorthMoreTheOlderItIsAndAskedWhenThatIsEnough() {
        UUID team = county.barbers(county.village(), 2);
        // 776 points for the team and 1500 for the order; a quarter of the time adds 75.
        county.prices(team, 776 + 1500 + 50);
        UUID order = county.haircut();
        assertThat(routings(order)).isEmpty();

        time.advance(Duration.ofHours(4));

        assertThat(routings(order)).hasSize(1);
        assertThat(waitingOrders()).isEmpty();
        assertThat(decisions(order))
                .extracting(each -> each.path("outcome").asText())
                .containsExactly("WAITS", "ASKED");
    }

    @Test
    void anOrderThatHasWaitedForItsWholeTimeCallsTheCentersDispatcherAndGoesOnWaiting() {
        county.prices(county.barbers(county.village(), 2), BEYOND_ANY_WORTH);
        UUID order = county.haircut();

        time.advance(Duration.ofDays(4));

        assertThat(tasks()).contains(order.toString());
        assertThat(waitingOrders()).containsExactly(order.toString());
    }

    @Test
    void newPricesWakeTheOrdersThatWait() {
        UUID team = county.barbers(county.village(), 2);
        county.prices(team, BEYOND_ANY_WORTH);
        UUID order = county.haircut();
        county.prices(team, 0);
        assertThat(routings(order)).isEmpty();

        QuarkusTransaction.requiringNew().run(() -> waiting.pricesChanged(county.center()));
        time.advance(Duration.ofMinutes(1));

        assertThat(routings(order)).hasSize(1);
    }

    @Test
    void aPlaceThatIsFreeAgainWakesTheOrdersThatWait() {
        UUID kept = county.barbers(county.village(), 2);
        UUID single = county.barbers(county.villageNextDoor(), java.time.DayOfWeek.TUESDAY, "2030-01-01");
        county.prices(kept, BEYOND_ANY_WORTH);
        List<UUID> took = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            took.add(county.haircut(county.villageNextDoor(), "NORMAL"));
        }
        UUID order = county.haircut();
        List<String> waited = waitingOrders();
        assertThat(waited).contains(order.toString());

        JsonNode first = routings(took.get(0)).get(0);
        assertThat(first.path("team").asText()).isEqualTo(single.toString());
        dispatcher()
                .post("/orders/" + took.get(0) + "/cancel", Map.of("reason", "NO_LONGER_NEEDED"))
                .expect(200);
        time.advance(Duration.ofMinutes(1));

        assertThat(waitingOrders()).hasSize(waited.size() - 1);
    }

    @Test
    void anOrderThatIsCancelledWhileItWaitsWaitsNoMore() {
        county.prices(county.barbers(county.village(), 2), BEYOND_ANY_WORTH);
        UUID order = county.haircut();

        dispatcher()
                .post("/orders/" + order + "/cancel", Map.of("reason", "NO_LONGER_NEEDED"))
                .expect(200);
        time.advance(Duration.ofDays(1));

        assertThat(waitingOrders()).isEmpty();
        assertThat(routings(order)).isEmpty();
    }

    @Test
    void whereNobodyIsLeftTheNeighboursThatMightHelpAreNamed() {
        UUID order = county.haircut();
        String center = county.center();
        String neighbour = county.neighbourWithBarbers();

        JsonNode view = county.dispatcherOf(center)
                .get("/orders/" + order + "/candidates")
                .expect(200)
                .json();

        assertThat(view.at("/neighbours").findValuesAsText("center")).contains(neighbour);
        assertThat(decisions(order).get(0).path("outcome").asText()).isEqualTo("NOBODY");
    }

    @Test
    void aTeamThatIsDissolvedBetweenRankingAndAskingIsNotAsked() {
        UUID team = county.barbers(county.village(), 2);
        UUID order = county.placed(county.village(), "NORMAL");
        assertThat(candidates(order).at("/candidates/0/team").asText()).isEqualTo(team.toString());
        county.dissolve(team);

        dispatcher()
                .post("/orders/" + order + "/take-on", Map.of("checkedSimilar", true))
                .expect(200);
        assertThat(routings(order)).isEmpty();
        dispatcher()
                .post("/orders/" + order + "/routings", Map.of("team", team, "reason", "试试"))
                .expect(409, "team-not-eligible");
        dispatcher()
                .post("/orders/" + order + "/routings", Map.of("team", UUID.randomUUID(), "reason", "试试"))
                .expect(400, "unknown-team");
    }

    @Test
    void onlyDispatchersAndAuditorsOfTheCenterSeeWhoWaits() {
        String path = "/centers/" + county.center() + "/waiting-orders";

        dispatcher().get(path).expect(200);
        county.as(Role.AUDITOR, county.township()).get(path).expect(200);
        county.clerkOf(county.center()).get(path).expect(403, "forbidden");
        county.dispatcherOf("370001").get(path).expect(404, "not-found");
        dispatcher().get("/centers/x/waiting-orders").expect(404, "not-found");
        dispatcher().get(path + "?cursor=x").expect(400, "bad-request");
    }

    private Api dispatcher() {
        return county.dispatcherOf(county.center());
    }

    private JsonNode candidates(UUID order) {
        return dispatcher().get("/orders/" + order + "/candidates").expect(200).json();
    }

    private List<String> waitingOrders() {
        return dispatcher()
                .get("/centers/" + county.center() + "/waiting-orders")
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("order");
    }

    private String tasks() {
        return dispatcher().get("/tasks?limit=200").expect(200).text();
    }

    private List<JsonNode> routings(UUID order) {
        return items("/orders/" + order + "/routings");
    }

    private List<JsonNode> decisions(UUID order) {
        return items("/orders/" + order + "/decisions");
    }

    private List<JsonNode> items(String path) {
        List<JsonNode> items = new ArrayList<>();
        dispatcher().get(path).expect(200).json().path("items").forEach(items::add);
        return items;
    }

    private static List<String> sentences(JsonNode decision) {
        List<String> said = new ArrayList<>();
        decision.path("words").forEach(sentence -> said.add(sentence.asText()));
        return said;
    }
}
