package org.diandan.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.diandan.http.Api;
import org.diandan.timers.TestTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RoutingJourneyTest {
    private static final Map<String, String> NOBODY_FREE = Map.of("reason", "NOBODY_FREE");

    @Inject
    County county;

    @Inject
    TestTime time;

    @BeforeEach
    void inACountyOfItsOwn() {
        county.begin("NORMAL");
    }

    @Test
    void theFirstTeamDeclinesWithAReasonAndTheSecondAccepts() {
        UUID near = county.barbers(county.village(), 2);
        UUID far = county.barbers(county.villageNextDoor(), 2, county.township());
        UUID order = county.haircut();

        Api first = county.leaderOf(near);
        JsonNode question = onlyRouting(first);
        assertThat(question.path("order").asText()).isEqualTo(order.toString());
        decline(first, question, Map.of("reason", "NOBODY_FREE", "text", "队员都在外地"))
                .expect(200);

        Api second = county.leaderOf(far);
        accept(second, onlyRouting(second)).expect(200);

        assertThat(states(order)).containsExactlyInAnyOrder("DECLINED", "ACCEPTED");
        assertThat(stateOf(order)).isEqualTo("PREPARING");
        assertThat(county.held(near)).isZero();
        assertThat(county.held(far)).isEqualTo(1);
        assertThat(routings(order).findValuesAsText("reason")).contains("NOBODY_FREE");
    }

    @Test
    void theHistoryOfTheOrderTellsEachQuestionAndAnswerOnce() {
        UUID team = county.barbers(county.village(), 2);
        UUID order = county.haircut();
        accept(county.leaderOf(team), onlyRouting(county.leaderOf(team))).expect(200);

        JsonNode history =
                dispatcher().get("/orders/" + order + "/history").expect(200).json();
        List<String> told = new ArrayList<>();
        history.path("items").forEach(line -> {
            if (line.path("machine").asText().equals("ROUTING")) {
                told.add(line.path("action").path("code").asText());
            }
        });
        assertThat(told).containsExactlyInAnyOrder("PROPOSE", "ACCEPT");
    }

    @Test
    void aDispatcherSeesThePointsOfEveryTermAndWhyTheOthersMayNotBeAsked() {
        UUID near = county.barbers(county.village(), 2);
        UUID elsewhere = county.barbers(county.otherTownship(), 2);
        UUID suspended = county.barbers(county.village(), 2);
        county.suspend(suspended);
        UUID order = county.placed(county.village(), "NORMAL");

        JsonNode view =
                dispatcher().get("/orders/" + order + "/candidates").expect(200).json();

        JsonNode best = view.path("candidates").path(0);
        assertThat(best.path("team").asText()).isEqualTo(near.toString());
        assertThat(best.path("points").path("DISTANCE").asInt()).isEqualTo(400);
        int sum = 0;
        for (JsonNode points : best.path("points")) {
            sum += points.asInt();
        }
        assertThat(best.path("score").asInt()).isEqualTo(sum).isEqualTo(776);
        assertThat(view.path("distanceBy").asText()).isEqualTo("DIVISION_TREE");
        assertThat(view.path("barredBy").path("TEAM_INACTIVE").asInt()).isEqualTo(1);
        assertThat(view.path("barredBy").path("NOT_IN_COVERAGE").asInt()).isEqualTo(1);
        assertThat(view.path("barred").findValuesAsText("team"))
                .containsExactly(suspended.toString(), elsewhere.toString());
    }

    @Test
    void aTeamThatHasNobodyOfTheSexWishedForIsNotAskedButOneOfWhomItIsNotKnownIs() {
        UUID men = county.barbers(county.village(), 2);
        UUID unknown = county.barbers(county.village(), 2);
        county.barberIsMan(men);
        UUID order = county.placed(county.village(), "NORMAL", Map.of("sex", "FEMALE"));

        JsonNode view =
                dispatcher().get("/orders/" + order + "/candidates").expect(200).json();

        assertThat(view.path("candidates").findValuesAsText("team")).containsExactly(unknown.toString());
        assertThat(view.at("/barred/0/team").asText()).isEqualTo(men.toString());
        assertThat(view.at("/barred/0/obstacle/code").asText()).isEqualTo("PAIR_RULE");
    }

    @Test
    void theExplanationIsKeptWithTheRoutingForDispatchersAndNotForTheLeader() {
        UUID near = county.barbers(county.village(), 2);
        UUID far = county.barbers(county.villageNextDoor(), 2, county.township());
        UUID order = county.haircut();
        String path = "/routings/" + routings(order).get(0).path("id").asText();

        JsonNode explained = dispatcher().get(path).expect(200).json().path("explanation");
        assertThat(explained.path("score").asInt()).isEqualTo(776);
        assertThat(explained.path("margin").asInt()).isEqualTo(400 - 147 + 120 - 60);
        assertThat(explained.path("notChosen").path(0).path("team").asText()).isEqualTo(far.toString());
        assertThat(explained.path("engine").asText()).isEqualTo("ONLINE");

        JsonNode leaders = county.leaderOf(near).get(path).expect(200).json();
        assertThat(leaders.path("explanation").isMissingNode()
                        || leaders.path("explanation").isNull())
                .isTrue();
        assertThat(leaders.path("actions")).extracting(JsonNode::asText).containsExactly("accept", "decline");
    }

    @Test
    void forANeighboursLeaderTheRoutingDoesNotExist() {
        county.barbers(county.village(), 2);
        UUID neighbour = county.barbers(county.otherTownship(), 2);
        UUID order = county.haircut();
        String path = "/routings/" + routings(order).get(0).path("id").asText();

        Api stranger = county.leaderOf(neighbour);
        stranger.get(path).expect(404);
        stranger.post(path + "/accept").expect(404);
        stranger.post(path + "/decline", NOBODY_FREE).expect(404);
        assertThat(stranger.get("/routings").expect(200).json().path("items")).isEmpty();
        county.dispatcherOf(county.otherTownship()).get(path).expect(404);
        county.dispatcherOf(county.otherTownship())
                .get("/orders/" + order + "/candidates")
                .expect(404);
    }

    @Test
    void aDispatcherSeesTheQuestionButDoesNotAnswerIt() {
        UUID team = county.barbers(county.village(), 2);
        UUID order = county.haircut();
        String path = "/routings/" + routings(order).get(0).path("id").asText();
        dispatcher().get(path).expect(200);
        dispatcher().post(path + "/accept").expect(403);
        accept(county.leaderOf(team), onlyRouting(county.leaderOf(team))).expect(200);
    }

    @Test
    void whatWasAnsweredCannotBeAnsweredAgain() {
        UUID team = county.barbers(county.village(), 2);
        county.haircut();
        Api leader = county.leaderOf(team);
        JsonNode question = onlyRouting(leader);
        accept(leader, question).expect(200);
        var again = decline(leader, question, NOBODY_FREE).expect(409, "routing-not-now");
        assertThat(again.json().path("state").asText()).isEqualTo("ACCEPTED");
    }

    @Test
    void otherReasonsAreToldInWords() {
        UUID team = county.barbers(county.village(), 2);
        county.haircut();
        Api leader = county.leaderOf(team);
        decline(leader, onlyRouting(leader), Map.of("reason", "OTHER")).expect(400, "decline-text-missing");
        assertThat(county.held(team)).isEqualTo(1);
    }

    @Test
    void aTeamWhoseOnlyHairdresserHasLeftSinceTheQuestionCannotAccept() {
        UUID team = county.barbers(county.village(), 2);
        county.haircut();
        county.barberLeaves(team);
        Api leader = county.leaderOf(team);
        var refused = accept(leader, onlyRouting(leader)).expect(409, "team-not-eligible");
        assertThat(refused.json().path("obstacle").asText()).isEqualTo("QUALIFICATION_MISSING");
        assertThat(county.held(team)).isEqualTo(1);
    }

    @Test
    void aCertificateThatIsValidTodayDoesNotCountForAVisitOnFriday() {
        UUID team = county.barbers(county.village(), DayOfWeek.FRIDAY, "2026-11-25");
        UUID order = county.haircut();
        JsonNode view =
                dispatcher().get("/orders/" + order + "/candidates").expect(200).json();
        assertThat(view.path("barred").path(0).path("team").asText()).isEqualTo(team.toString());
        assertThat(view.path("barredBy").path("QUALIFICATION_EXPIRED").asInt()).isEqualTo(1);
    }

    @Test
    void aDissolvedTeamIsNoLongerAskedAndTheNextOneIs() {
        UUID near = county.barbers(county.village(), 2);
        UUID far = county.barbers(county.villageNextDoor(), 2, county.township());
        UUID order = county.haircut();
        county.dissolve(near);
        assertThat(states(order)).containsExactlyInAnyOrder("WITHDRAWN", "PROPOSED");
        assertThat(county.held(far)).isEqualTo(1);
        assertThat(county.leaks()).isEmpty();
    }

    @Test
    void aDissolvedTeamHandsBackWhatItHas() {
        UUID near = county.barbers(county.village(), 2);
        UUID far = county.barbers(county.villageNextDoor(), 2, county.township());
        UUID order = county.haircut();
        accept(county.leaderOf(near), onlyRouting(county.leaderOf(near))).expect(200);
        county.dissolve(near);
        assertThat(stateOf(order)).isEqualTo("ROUTING");
        assertThat(states(order)).containsExactlyInAnyOrder("HANDED_BACK", "PROPOSED");
        assertThat(county.held(far)).isEqualTo(1);
        assertThat(county.leaks()).isEmpty();
    }

    @Test
    void whatADissolvedTeamHasOnHoldGoesToTheNextTeamWhenItGoesOn() {
        UUID near = county.barbers(county.village(), 2);
        UUID far = county.barbers(county.villageNextDoor(), 2, county.township());
        UUID order = county.haircut();
        accept(county.leaderOf(near), onlyRouting(county.leaderOf(near))).expect(200);
        String review =
                LocalDate.ofInstant(time.now(), ZoneOffset.UTC).plusDays(7).toString();
        dispatcher()
                .post("/orders/" + order + "/hold", Map.of("reason", "RESIDENT_AWAY", "reviewOn", review))
                .expect(200);

        county.dissolve(near);
        assertThat(stateOf(order)).isEqualTo("ON_HOLD");
        dispatcher().post("/orders/" + order + "/resume").expect(200);

        assertThat(stateOf(order)).isEqualTo("ROUTING");
        assertThat(states(order)).containsExactlyInAnyOrder("HANDED_BACK", "PROPOSED");
        assertThat(county.held(far)).isEqualTo(1);
        assertThat(county.leaks()).isEmpty();
    }

    @Test
    void aTeamThatMadeItsSlotsSmallerStaysBelowItsCap() {
        UUID team = county.barbers(county.village(), 2);
        county.haircut();
        county.haircut();
        county.resizeSlots(team, 1);
        Api leader = county.leaderOf(team);
        JsonNode one = leader.get("/routings").expect(200).json().path("items").path(0);
        accept(leader, one).expect(409, "team-not-eligible");
    }

    @Test
    void threeSilentTeamsOfAReachAreFollowedByAWiderOneUntilTheLastResort() {
        for (int i = 0; i < 4; i++) {
            county.barbers(county.village(), 2);
            county.barbers(county.villageNextDoor(), 2);
            county.barbers(county.otherTownship(), 2);
        }
        UUID order = county.haircut();

        time.advance(Duration.ofDays(30));

        assertThat(states(order)).hasSize(9).containsOnly("TIMED_OUT");
        assertThat(routings(order).findValuesAsText("reach"))
                .containsExactly(
                        "VILLAGE",
                        "VILLAGE",
                        "VILLAGE",
                        "TOWNSHIP",
                        "TOWNSHIP",
                        "TOWNSHIP",
                        "COUNTY",
                        "COUNTY",
                        "COUNTY");
        assertThat(stateOf(order)).isEqualTo("ROUTING");
        assertThat(lastResortTasks()).hasSize(1);
        assertThat(county.leaks()).isEmpty();
    }

    @Test
    void whereThereIsNoTeamAtAllTheCentersDispatcherIsCalled() {
        UUID order = county.haircut();
        assertThat(states(order)).isEmpty();
        assertThat(lastResortTasks()).hasSize(1);
        dispatcher()
                .post("/orders/" + order + "/give-up", Map.of("reason", "NO_TEAM_FOUND"))
                .expect(204);
        assertThat(stateOf(order)).isEqualTo("UNFULFILLED");
        assertThat(lastResortTasks()).isEmpty();
    }

    @Test
    void nobodyGivesUpWhileATeamIsThinkingAndOnlyTheCenterDoesSo() {
        UUID team = county.barbers(county.village(), 2);
        UUID order = county.haircut();
        Map<String, String> because = Map.of("reason", "NO_TEAM_FOUND");
        dispatcher().post("/orders/" + order + "/give-up", because).expect(409, "team-still-asked");
        decline(county.leaderOf(team), onlyRouting(county.leaderOf(team)), NOBODY_FREE)
                .expect(200);
        county.dispatcherOf(county.township())
                .post("/orders/" + order + "/give-up", because)
                .expect(403, "not-dispatcher-of-center");
        dispatcher()
                .post("/orders/" + order + "/give-up", Map.of("reason", "WEATHER"))
                .expect(400, "give-up-reason");
        dispatcher().post("/orders/" + order + "/give-up", because).expect(204);
    }

    @Test
    void aDispatcherAsksAnotherTeamAndSaysWhy() {
        UUID near = county.barbers(county.village(), 2);
        UUID far = county.barbers(county.villageNextDoor(), 2);
        UUID order = county.haircut();
        String path = "/orders/" + order + "/routings";

        dispatcher().post(path, Map.of("team", far)).expect(400, "override-reason-missing");
        JsonNode asked = dispatcher()
                .post(path, Map.of("team", far, "reason", "认识这位老人"))
                .expect(201)
                .json();

        assertThat(asked.path("explanation").path("overruled").asText()).isEqualTo("NOT_IN_COVERAGE");
        assertThat(asked.path("explanation")
                        .path("notChosen")
                        .path(0)
                        .path("team")
                        .asText())
                .isEqualTo(near.toString());
        assertThat(asked.path("overrideReason").asText()).isEqualTo("认识这位老人");
        assertThat(states(order)).containsExactlyInAnyOrder("WITHDRAWN", "PROPOSED");
        assertThat(county.leaks()).isEmpty();
    }

    @Test
    void evenADispatcherDoesNotAskATeamThatIsNotQualified() {
        county.barbers(county.village(), 2);
        UUID unqualified = county.teamWithout(county.village(), 2, List.of(DayOfWeek.MONDAY));
        UUID order = county.haircut();
        var refused = dispatcher()
                .post("/orders/" + order + "/routings", Map.of("team", unqualified, "reason", "关系好"))
                .expect(409, "team-not-eligible");
        assertThat(refused.json().path("obstacle").asText()).isEqualTo("QUALIFICATION_MISSING");
        dispatcher()
                .post("/orders/" + order + "/routings", Map.of("team", UUID.randomUUID(), "reason", "x"))
                .expect(400, "unknown-team");
        assertThat(states(order)).containsExactly("PROPOSED");
    }

    @Test
    void aTeamSeesTheOrderWhileItIsAskedAndNotAfterItDeclined() {
        UUID team = county.barbers(county.village(), 2);
        UUID order = county.haircut();
        Api leader = county.leaderOf(team);
        leader.get("/orders/" + order).expect(200);
        decline(leader, onlyRouting(leader), NOBODY_FREE).expect(200);
        leader.get("/orders/" + order).expect(404);
    }

    @Test
    void aLeaderWhoPollsSeesWhatChangedFirstAndPageByPage() {
        UUID team = county.barbers(county.village(), 5);
        for (int i = 0; i < 3; i++) {
            county.haircut();
            time.advance(Duration.ofMinutes(1));
        }
        Api leader = county.leaderOf(team);
        JsonNode oldest =
                leader.get("/routings").expect(200).json().path("items").path(2);
        String since = time.now().toString();
        accept(leader, oldest).expect(200);

        JsonNode changed =
                leader.get("/routings?updatedSince=" + since).expect(200).json().path("items");
        assertThat(changed.findValuesAsText("id"))
                .containsExactly(oldest.path("id").asText());
        JsonNode page = leader.get("/routings?limit=2").expect(200).json();
        assertThat(page.path("items").path(0).path("id")).isEqualTo(oldest.path("id"));
        JsonNode rest = leader.get(
                        "/routings?limit=2&cursor=" + page.path("next").asText())
                .expect(200)
                .json();
        assertThat(rest.path("items")).hasSize(1);
        assertThat(leader.get("/routings?state=PROPOSED").expect(200).json().path("items"))
                .hasSize(2);
    }

    @Test
    void sixteenOrdersAtOnceNeverOverbookATeam() throws Exception {
        UUID team = county.barbers(county.village(), 1);
        List<UUID> orders = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            orders.add(county.placed(county.village(), "NORMAL"));
        }
        Api dispatcher = dispatcher();
        List<Callable<Boolean>> takeOns = orders.stream()
                .<Callable<Boolean>>map(order -> () -> takesOn(dispatcher, order))
                .toList();
        var pool = Executors.newFixedThreadPool(16);
        try {
            for (var done : pool.invokeAll(takeOns)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(county.held(team)).isEqualTo(14);
        assertThat(county.leaks()).isEmpty();
        assertThat(lastResortTasks()).hasSize(32 - 14);
    }

    /** As a client does it: what is told to come back later comes back. */
    private static boolean takesOn(Api dispatcher, UUID order) {
        for (int attempt = 0; attempt < 10; attempt++) {
            var answer = dispatcher.post("/orders/" + order + "/take-on", Map.of("checkedSimilar", true));
            if (answer.header("Retry-After").isEmpty()) {
                return answer.status() == 200;
            }
        }
        return false;
    }

    private static JsonNode onlyRouting(Api leader) {
        JsonNode items =
                leader.get("/routings?state=PROPOSED").expect(200).json().path("items");
        assertThat(items).hasSize(1);
        return items.path(0);
    }

    private static org.diandan.http.Answer accept(Api leader, JsonNode routing) {
        return leader.post("/routings/" + routing.path("id").asText() + "/accept");
    }

    private static org.diandan.http.Answer decline(Api leader, JsonNode routing, Map<String, String> said) {
        return leader.post("/routings/" + routing.path("id").asText() + "/decline", said);
    }

    private Api dispatcher() {
        return county.dispatcherOf(county.center());
    }

    private JsonNode routings(UUID order) {
        return dispatcher()
                .get("/orders/" + order + "/routings")
                .expect(200)
                .json()
                .path("items");
    }

    private List<String> states(UUID order) {
        return routings(order).findValuesAsText("state");
    }

    private String stateOf(UUID order) {
        return dispatcher()
                .get("/orders/" + order)
                .expect(200)
                .json()
                .path("state")
                .path("code")
                .asText();
    }

    private List<JsonNode> lastResortTasks() {
        List<JsonNode> tasks = new ArrayList<>();
        dispatcher().get("/tasks?limit=200").expect(200).json().path("items").forEach(task -> {
            if (task.path("kind").findValuesAsText("code").contains("LAST_RESORT")
                    || task.path("kind").asText().equals("LAST_RESORT")) {
                tasks.add(task);
            }
        });
        return tasks;
    }
}
