package org.diandan.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.jobs.TestWorker;
import org.diandan.shared.Actor;
import org.diandan.shared.Role;
import org.diandan.timers.TestTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlansTest {

    @Inject
    County county;

    @Inject
    TestTime time;

    @Inject
    TestWorker worker;

    @Inject
    RoutingPlans plans;

    @Inject
    Moving moving;

    private Supplier<Api> dispatcher;

    @BeforeEach
    void aCountyOfItsOwn() {
        county.begin("NORMAL");
        dispatcher = county.someone(Role.DISPATCHER, county.center());
    }

    @Test
    void aPlanChangesNothingUntilItIsConfirmedAndThenAsksItsTeams() {
        UUID far = county.barbers(county.villageNextDoor(), 5, county.township());
        UUID one = county.haircut();
        UUID two = county.haircut();
        UUID near = county.barbers(county.village(), 5);

        Answer plan = planned();

        assertThat(plan.json().at("/state/code").asText()).isEqualTo("READY");
        JsonNode totals = plan.json().path("totals");
        assertThat(totals.path("orders").asInt()).isEqualTo(2);
        assertThat(totals.path("moves").asInt()).isEqualTo(2);
        assertThat(totals.path("matchedNow").asInt()).isEqualTo(2);
        assertThat(totals.path("objectiveThen").asLong())
                .isGreaterThan(totals.path("objectiveNow").asLong());
        assertThat(totals.path("townships").path(0).path("code").asText()).isEqualTo(county.township());
        JsonNode change = changes(plan).get(0);
        assertThat(change.at("/from/team").asText()).isEqualTo(far.toString());
        assertThat(change.at("/to/team").asText()).isEqualTo(near.toString());
        assertThat(change.at("/why/code").asText()).isEqualTo("SUITS_BETTER");
        assertThat(change.at("/why/text").asText()).contains("便民服务队");
        assertThat(change.path("gain").asInt()).isPositive();
        assertThat(asked(one)).containsExactly(far);

        applied(plan);

        assertThat(asked(one)).containsExactly(near);
        assertThat(asked(two)).containsExactly(near);
        assertThat(engine(one)).isEqualTo("REPLAN");
        assertThat(county.leaks()).isEmpty();
        time.advance(Duration.ofSeconds(1));
        county.leaderOf(near)
                .post("/routings/" + openRouting(one) + "/decline", Map.of("reason", "NOBODY_FREE"))
                .expect(200);
        assertThat(asked(one)).containsExactly(far);
    }

    @Test
    void aWaitingOrderGetsThePlaceThatAnotherOneLeaves() {
        UUID wide = county.barbersOn(DayOfWeek.FRIDAY, county.township(), 1, county.township());
        List<UUID> first = List.of(
                county.haircut(county.villageNextDoor(), "NORMAL"), county.haircut(county.villageNextDoor(), "NORMAL"));
        UUID waiting = county.haircut();
        assertThat(asked(waiting)).isEmpty();
        UUID next = county.barbers(county.villageNextDoor(), 5, county.villageNextDoor());

        Answer plan = planned();
        assertThat(changes(plan))
                .filteredOn(change -> change.path("order").asText().equals(waiting.toString()))
                .singleElement()
                .satisfies(change -> assertThat(change.at("/why/code").asText()).isIn("ROOM_IS_MADE", "HAS_ROOM"));
        applied(plan);

        assertThat(asked(waiting)).hasSize(1);
        assertThat(first).anySatisfy(order -> assertThat(asked(order)).containsExactly(next));
        assertThat(plan(plan).path("skipped").asInt()).isZero();
        assertThat(county.held(wide)).isPositive();
        assertThat(county.leaks()).isEmpty();
    }

    @Test
    void ordersThatWaitForEachOthersPlacesMoveTogether() {
        UUID here = county.barbersOn(DayOfWeek.FRIDAY, county.village(), 1, county.township());
        List<UUID> nextDoors = List.of(
                county.haircut(county.villageNextDoor(), "NORMAL"), county.haircut(county.villageNextDoor(), "NORMAL"));
        UUID nextDoor = county.barbersOn(DayOfWeek.FRIDAY, county.villageNextDoor(), 1, county.township());
        List<UUID> heres = List.of(county.haircut(), county.haircut());
        assertThat(heres).allSatisfy(order -> assertThat(asked(order)).containsExactly(nextDoor));

        Answer plan = planned();
        applied(plan);

        assertThat(plan(plan).path("applied").asInt()).isEqualTo(4);
        assertThat(heres).allSatisfy(order -> assertThat(asked(order)).containsExactly(here));
        assertThat(nextDoors).allSatisfy(order -> assertThat(asked(order)).containsExactly(nextDoor));
        assertThat(county.leaks()).isEmpty();
    }

    @Test
    void whatHasChangedSinceThePlanIsSkippedAndSaysWhy() {
        UUID far = county.barbers(county.villageNextDoor(), 5, county.township());
        UUID accepted = county.haircut();
        UUID cancelled = county.haircut();
        UUID declined = county.haircut();
        UUID untouched = county.haircut();
        UUID near = county.barbers(county.village(), 9);
        Answer plan = planned();
        assertThat(changes(plan)).hasSize(4);

        county.leaderOf(far)
                .post("/routings/" + openRouting(accepted) + "/accept")
                .expect(200);
        dispatcher
                .get()
                .post("/orders/" + cancelled + "/cancel", Map.of("reason", "NO_LONGER_NEEDED"))
                .expect(200);
        county.leaderOf(far)
                .post("/routings/" + openRouting(declined) + "/decline", Map.of("reason", "NOBODY_FREE"))
                .expect(200);
        applied(plan);

        assertThat(skips(plan))
                .containsEntry(accepted.toString(), "ORDER_MOVED_ON")
                .containsEntry(cancelled.toString(), "ORDER_MOVED_ON")
                .containsEntry(declined.toString(), "ASKED_OTHERWISE")
                .hasSize(3);
        assertThat(asked(accepted)).containsExactly(far);
        assertThat(asked(untouched)).containsExactly(near);
        assertThat(plan(plan).at("/state/code").asText()).isEqualTo("APPLIED");
        assertThat(county.leaks()).isEmpty();
    }

    @Test
    void aTeamThatIsDissolvedWhileItIsPlannedForIsNotAsked() {
        UUID far = county.barbers(county.villageNextDoor(), 5, county.township());
        UUID order = county.haircut();
        UUID near = county.barbers(county.village(), 5);
        Answer plan = planned();
        county.dissolve(near);
        applied(plan);
        assertThat(skips(plan)).containsEntry(order.toString(), "TEAM_BARRED");
        assertThat(asked(order)).containsExactly(far);
        assertThat(county.leaks()).isEmpty();
    }

    @Test
    void aPlaceThatIsGoneIsNotTakenTwice() {
        UUID far = county.barbers(county.otherTownship(), 9, county.township());
        UUID order = county.haircut();
        UUID near = county.barbersOn(DayOfWeek.FRIDAY, county.village(), 1);
        Answer plan = planned();
        assertThat(changes(plan)).hasSize(1);
        county.haircut();
        county.haircut();
        assertThat(county.held(near)).isEqualTo(2);

        applied(plan);

        assertThat(skips(plan)).containsEntry(order.toString(), "PLACE_GONE");
        assertThat(asked(order)).containsExactly(far);
        assertThat(county.held(near)).isEqualTo(2);
        assertThat(county.leaks()).isEmpty();
    }

    @Test
    void whatATeamHasAcceptedAndWhatWasAskedByHandStayWhereTheyAre() {
        UUID far = county.barbers(county.villageNextDoor(), 5, county.township());
        UUID accepted = county.haircut();
        county.leaderOf(far)
                .post("/routings/" + openRouting(accepted) + "/accept")
                .expect(200);
        UUID byHand = county.haircut();
        UUID near = county.barbers(county.village(), 5);
        UUID other = county.barbers(county.otherTownship(), 5);
        dispatcher
                .get()
                .post("/orders/" + byHand + "/routings", Map.of("team", other, "reason", "熟悉这户人家"))
                .expect(201);
        UUID movable = county.haircut();
        assertThat(asked(movable)).containsExactly(near);

        Answer plan = planned();

        assertThat(plan.json().path("totals").path("leftAlone").asInt()).isEqualTo(1);
        assertThat(plan.json().path("totals").path("orders").asInt()).isEqualTo(1);
        assertThat(plan.json().at("/state/code").asText()).isEqualTo("UNCHANGED");
        assertThat(asked(byHand)).containsExactly(other);
        assertThat(asked(accepted)).containsExactly(far);
    }

    @Test
    void noTeamIsAskedThatHasDeclinedThisRound() {
        UUID near = county.barbers(county.village(), 5);
        UUID far = county.barbers(county.villageNextDoor(), 5, county.township());
        UUID order = county.haircut();
        county.leaderOf(near)
                .post("/routings/" + openRouting(order) + "/decline", Map.of("reason", "NOBODY_FREE"))
                .expect(200);
        assertThat(asked(order)).containsExactly(far);
        assertThat(planned().json().at("/state/code").asText()).isEqualTo("UNCHANGED");
    }

    @Test
    void aTeamOfOneIsNotPlannedForWhereTwoAreToCome() {
        UUID far = county.barbers(county.villageNextDoor(), 5, county.township());
        county.anotherBarber(far);
        UUID order = county.takenOn(county.placed(county.village(), "NORMAL", Map.of("twoPeople", true)));
        UUID near = county.barbers(county.village(), 5);
        assertThat(asked(order)).containsExactly(far);

        assertThat(planned().json().at("/state/code").asText()).isEqualTo("UNCHANGED");
        county.anotherBarber(near);

        assertThat(changes(planned())).hasSize(1);
    }

    @Test
    void whoPlansSecondIsToldWhoPlansAndSinceWhen() {
        county.barbers(county.village(), 5);
        county.haircut();
        Answer first = dispatcher.get().post(path()).expect(202);
        assertThat(first.header("Location").orElseThrow()).endsWith(path() + "/" + first.id());

        JsonNode second = dispatcherToo()
                .get()
                .post(path())
                .expect(409, "plan-in-progress")
                .json();
        assertThat(second.path("plan").asText()).isEqualTo(first.id().toString());
        assertThat(second.path("state").asText()).isEqualTo("PLANNING");
        assertThat(second.path("detail").asText()).contains("某人", "2026-");

        dispatcher.get().post(path() + "/" + first.id() + "/discard").expect(200);
        dispatcherToo().get().post(path()).expect(202);
        worker.workOff();
        assertThat(see(first).at("/state/code").asText()).isEqualTo("DISCARDED");
    }

    @Test
    void ofTwoWhoPlanAtTheSameMomentOneWins() throws Exception {
        county.barbers(county.village(), 5);
        county.haircut();
        var planners = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Api api = dispatcher.get();
                all.add(() -> api.post(path()).status());
            }
            List<Integer> statuses = new ArrayList<>();
            for (var status : planners.invokeAll(all)) {
                statuses.add(status.get());
            }
            assertThat(statuses).containsOnlyOnce(202);
            assertThat(statuses.stream().filter(status -> status == 409)).hasSize(3);
        } finally {
            planners.shutdownNow();
        }
    }

    @Test
    void whoeverConfirmsSaysWhichPlanTheySaw() {
        county.barbers(county.villageNextDoor(), 5, county.township());
        county.haircut();
        county.barbers(county.village(), 5);
        Answer plan = planned();
        String apply = path() + "/" + plan.id() + "/apply";
        dispatcher.get().post(apply).expect(428, "if-match-required");
        dispatcher.get().with("If-Match", "\"0\"").post(apply).expect(412);
        applied(plan);
        dispatcher.get().with("If-Match", "*").post(apply).expect(409, "plan-not-now");
        dispatcher.get().post(path() + "/" + plan.id() + "/discard").expect(409, "plan-not-now");
    }

    @Test
    void aPlanThatNobodyConfirmsExpiresAndMakesWay() {
        county.barbers(county.villageNextDoor(), 5, county.township());
        county.haircut();
        county.barbers(county.village(), 5);
        Answer plan = planned();
        time.advance(Duration.ofHours(3));
        assertThat(see(plan).at("/state/code").asText()).isEqualTo("EXPIRED");
        dispatcher.get().post(path()).expect(202);
    }

    @Test
    void whereNothingWaitsThereIsNothingToPlan() {
        dispatcher.get().post(path()).expect(409, "nothing-to-plan");
    }

    @Test
    void whereNobodyMayBeAskedThePlanFailsAndSaysSo() {
        county.teamWithout(county.village(), 3, List.of(DayOfWeek.values()));
        UUID order = county.haircut();
        Answer plan = dispatcher.get().post(path()).expect(202);
        worker.workOff();
        assertThat(see(plan).at("/state/code").asText()).isEqualTo("FAILED");
        JsonNode job = dispatcher
                .get()
                .get("/jobs/" + plan.json().path("job").asText())
                .expect(200)
                .json();
        assertThat(job.at("/problem/type").asText()).endsWith("plan-infeasible");
        assertThat(asked(order)).isEmpty();
        dispatcher.get().post(path()).expect(202);
    }

    @Test
    void anInstanceThatIsKilledInTheMiddleLeavesEachOrderWholeAndTheNextOneGoesOn() {
        UUID far = county.barbers(county.villageNextDoor(), 9, county.township());
        List<UUID> orders = List.of(county.haircut(), county.haircut(), county.haircut());
        UUID near = county.barbers(county.village(), 9);
        Answer plan = planned();
        confirm(plan);
        worker.beginAndDie(county.center());
        PlanChange first = QuarkusTransaction.requiringNew()
                .call(() -> plans.changes(plan.id(), ChangeState.PENDING, 0, 1).get(0));
        moving.move(List.of(first), Actor.PROGRAM);
        // Whoever comes to the same change a moment later finds it done.
        moving.move(List.of(first), Actor.PROGRAM);
        assertThat(orders.stream().filter(order -> asked(order).equals(List.of(near))))
                .hasSize(1);
        assertThat(orders.stream().filter(order -> asked(order).equals(List.of(far))))
                .hasSize(2);
        assertThat(county.leaks()).isEmpty();

        time.advance(Duration.ofMinutes(2));
        worker.workOff();

        assertThat(orders).allSatisfy(order -> assertThat(asked(order)).containsExactly(near));
        assertThat(orders)
                .allSatisfy(order -> assertThat(states(order)).containsExactlyInAnyOrder("WITHDRAWN", "PROPOSED"));
        assertThat(see(plan).path("applied").asInt()).isEqualTo(3);
        assertThat(see(plan).at("/state/code").asText()).isEqualTo("APPLIED");
        assertThat(county.leaks()).isEmpty();
    }

    @Test
    void applyingThatIsStoppedTellsWhatWasLeft() {
        county.barbers(county.villageNextDoor(), 9, county.township());
        county.haircut();
        county.barbers(county.village(), 9);
        Answer plan = planned();
        JsonNode confirmed = confirm(plan);
        dispatcher
                .get()
                .post("/jobs/" + confirmed.path("applyJob").asText() + "/cancel")
                .expect(200);
        worker.workOff();
        assertThat(see(plan).at("/state/code").asText()).isEqualTo("APPLIED");
        assertThat(skips(plan).values()).containsOnly("STOPPED");
    }

    @Test
    void aPlanIsThereForTheCentersDispatchersAndItsAuditorsAlone() {
        county.barbers(county.village(), 5);
        county.haircut();
        Answer plan = planned();
        String one = path() + "/" + plan.id();
        county.as(Role.AUDITOR, county.center()).get(one).expect(200);
        county.as(Role.AUDITOR, county.center()).post(path()).expect(403);
        assertThat(dispatcher.get().get(path()).expect(200).json().path("items"))
                .hasSize(1);
        for (Api stranger : List.of(county.dispatcherOf(county.township()), county.dispatcherOf("210321"))) {
            stranger.get(one).expect(404);
            stranger.get(one + "/changes").expect(404);
            stranger.get(path()).expect(404);
            stranger.post(path()).expect(404);
            stranger.with("If-Match", "*").post(one + "/apply").expect(404);
        }
        dispatcher.get().get("/centers/210321/plans/" + plan.id()).expect(404);
    }

    @Test
    void aQueueAsDeepAsThePolicySaysIsPlannedAndWaitsForTheDispatcher() {
        policy(2, false);
        county.barbers(county.villageNextDoor(), 5, county.township());
        county.haircut();
        county.haircut();
        county.barbers(county.village(), 5);

        time.advance(Duration.ofMinutes(6));
        worker.workOff();

        JsonNode plan =
                dispatcher.get().get(path()).expect(200).json().path("items").path(0);
        assertThat(plan.at("/state/code").asText()).isEqualTo("READY");
        assertThat(plan.path("cause").asText()).isEqualTo("QUEUE_DEPTH");
        assertThat(dispatcher
                        .get()
                        .get("/tasks?kind=CONFIRM_PLAN")
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(1);
        time.advance(Duration.ofMinutes(30));
        worker.workOff();
        assertThat(dispatcher.get().get(path()).json().path("items")).hasSize(1);
    }

    @Test
    void whereThePolicySaysSoSuchAPlanIsPutIntoEffectAtOnce() {
        policy(2, true);
        county.barbers(county.villageNextDoor(), 5, county.township());
        UUID one = county.haircut();
        county.haircut();
        UUID near = county.barbers(county.village(), 5);
        time.advance(Duration.ofMinutes(6));
        worker.workOff();
        worker.workOff();
        assertThat(asked(one)).containsExactly(near);
        assertThat(county.leaks()).isEmpty();
    }

    private void policy(int depth, boolean automatic) {
        String policy = "/centers/" + county.center() + "/policy";
        JsonNode rules = dispatcher.get().get(policy).expect(200).json().at("/policy/rules");
        ((com.fasterxml.jackson.databind.node.ObjectNode) rules)
                .putObject("plans")
                .put("queueDepth", depth)
                .put("appliedAutomatically", automatic);
        dispatcher
                .get()
                .with("If-Match", "*")
                .put(policy, Map.of("rules", rules, "reason", "队列过长时重新规划"))
                .expect(200);
    }

    private Supplier<Api> dispatcherToo() {
        return county.someone(Role.DISPATCHER, county.center());
    }

    private String path() {
        return "/centers/" + county.center() + "/plans";
    }

    private Answer planned() {
        Answer begun = dispatcher.get().post(path()).expect(202);
        worker.workOff();
        return dispatcher.get().get(path() + "/" + begun.id()).expect(200);
    }

    private JsonNode confirm(Answer plan) {
        return dispatcher
                .get()
                .with("If-Match", plan.header("ETag").orElseThrow())
                .post(path() + "/" + plan.id() + "/apply")
                .expect(202)
                .json();
    }

    private void applied(Answer plan) {
        time.advance(Duration.ofSeconds(1));
        confirm(plan);
        worker.workOff();
    }

    private JsonNode see(Answer plan) {
        return dispatcher.get().get(path() + "/" + plan.id()).expect(200).json();
    }

    private JsonNode plan(Answer plan) {
        return see(plan);
    }

    private List<JsonNode> changes(Answer plan) {
        List<JsonNode> lines = new ArrayList<>();
        dispatcher
                .get()
                .get(path() + "/" + plan.id() + "/changes")
                .expect(200)
                .json()
                .path("items")
                .forEach(lines::add);
        return lines;
    }

    private Map<String, String> skips(Answer plan) {
        var skips = new java.util.HashMap<String, String>();
        changes(plan).stream()
                .filter(change -> change.at("/state/code").asText().equals("SKIPPED"))
                .forEach(change -> skips.put(
                        change.path("order").asText(),
                        change.at("/skipped/code").asText()));
        return skips;
    }

    private JsonNode routings(UUID order) {
        return dispatcher
                .get()
                .get("/orders/" + order + "/routings")
                .expect(200)
                .json()
                .path("items");
    }

    private List<String> states(UUID order) {
        return routings(order).findValuesAsText("state");
    }

    /** The teams that hold a question or the order. */
    private List<UUID> asked(UUID order) {
        List<UUID> teams = new ArrayList<>();
        routings(order).forEach(line -> {
            if (List.of("PROPOSED", "ACCEPTED").contains(line.path("state").asText())) {
                teams.add(UUID.fromString(line.path("team").asText()));
            }
        });
        return teams;
    }

    private String openRouting(UUID order) {
        for (JsonNode line : routings(order)) {
            if (line.path("state").asText().equals("PROPOSED")) {
                return line.path("id").asText();
            }
        }
        throw new AssertionError("Nobody is asked for " + order);
    }

    private String engine(UUID order) {
        return dispatcher
                .get()
                .get("/routings/" + openRouting(order))
                .expect(200)
                .json()
                .path("engine")
                .asText();
    }
}
