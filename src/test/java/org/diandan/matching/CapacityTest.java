package org.diandan.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.diandan.http.Api;
import org.diandan.shared.Role;
import org.diandan.timers.TestTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A place is taken with the question and given back exactly once, however the story ends. */
@QuarkusTest
class CapacityTest {
    private static final Map<String, String> NOBODY_FREE = Map.of("reason", "NOBODY_FREE");

    @Inject
    County county;

    @Inject
    TestTime time;

    @Test
    void decliningGivesThePlaceBack() {
        UUID team = asked("NORMAL");
        leader(team).decline();
        assertThat(county.held(team)).isZero();
    }

    @Test
    void notAnsweringGivesThePlaceBack() {
        UUID team = asked("NORMAL");
        time.advance(Duration.ofDays(4));
        assertThat(county.held(team)).isZero();
    }

    @Test
    void cancellingGivesThePlaceBackBeforeAndAfterAcceptance() {
        UUID team = asked("NORMAL");
        cancel(order);
        assertThat(county.held(team)).isZero();

        order = county.haircut();
        leader(team).accept();
        assertThat(county.held(team)).isEqualTo(1);
        cancel(order);
        assertThat(county.held(team)).isZero();
        assertThat(routingStates()).containsExactly("ENDED");
    }

    @Test
    void holdingTakesTheQuestionBackAndResumingAsksAnew() {
        UUID team = asked("NORMAL");
        hold(order);
        assertThat(county.held(team)).isZero();
        time.advance(Duration.ofMinutes(1));
        county.dispatcherOf(county.center())
                .post("/orders/" + order + "/resume")
                .expect(200);
        assertThat(county.held(team)).isEqualTo(1);
        assertThat(routingStates()).containsExactlyInAnyOrder("WITHDRAWN", "PROPOSED");
    }

    @Test
    void aTeamKeepsWhatItAcceptedWhileTheOrderIsHeld() {
        UUID team = asked("NORMAL");
        leader(team).accept();
        hold(order);
        assertThat(county.held(team)).isEqualTo(1);
        assertThat(routingStates()).containsExactly("ACCEPTED");
    }

    @Test
    void handingBackGivesThePlaceBackAndAsksSomebodyElse() {
        UUID team = asked("NORMAL");
        UUID other = county.barbers(county.villageNextDoor(), 1, county.township());
        leader(team).accept();
        county.leaderOf(team)
                .post("/orders/" + order + "/preparation/hand-back", Map.of("reason", "TEAM_OVERLOADED"))
                .expect(200);
        assertThat(county.held(team)).isZero();
        assertThat(county.held(other)).isEqualTo(1);
        assertThat(routingStates()).containsExactlyInAnyOrder("HANDED_BACK", "PROPOSED");
    }

    @Test
    void inAnEmergencySeveralAreAskedAndTheFirstToAcceptWins() {
        county.begin("EMERGENCY");
        List<UUID> teams = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            teams.add(county.barbers(county.village(), 2));
        }
        order = county.haircut();
        assertThat(routingStates()).containsExactly("PROPOSED", "PROPOSED", "PROPOSED");

        List<UUID> asked = teams.stream().filter(team -> county.held(team) == 1).toList();
        assertThat(asked).hasSize(3);
        String late = leader(asked.get(1)).routing();
        leader(asked.get(0)).accept();

        assertThat(routingStates()).containsExactlyInAnyOrder("ACCEPTED", "WITHDRAWN", "WITHDRAWN");
        county.leaderOf(asked.get(1)).post("/routings/" + late + "/accept").expect(409, "routing-not-now");
        assertThat(county.leaks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void afterEveryStepOfARandomWalkExactlyTheLiveRoutingsHoldPlaces(long seed) {
        county.begin(seed % 2 == 0 ? "EMERGENCY" : "NORMAL");
        var walk = new Walk(new Random(seed));
        for (int step = 0; step < 40; step++) {
            String did = walk.step();
            assertThat(county.leaks()).as("step %s: %s", step, did).isEmpty();
        }
    }

    /** Anyone does anything, whether it is possible or not. */
    private final class Walk {
        private final Random random;
        private final List<UUID> teams = new ArrayList<>();
        private final Map<UUID, Supplier<Api>> leaders = new HashMap<>();
        private final List<UUID> orders = new ArrayList<>();
        private final Supplier<Api> dispatchers = county.someone(Role.DISPATCHER, county.center());

        Walk(Random random) {
            this.random = random;
            for (int i = 0; i < 4; i++) {
                UUID team = county.barbers(i < 2 ? county.village() : county.villageNextDoor(), 1);
                teams.add(team);
                leaders.put(team, county.someone(Role.LEADER, team.toString()));
            }
        }

        String step() {
            time.advance(Duration.ofSeconds(1));
            if (orders.isEmpty() || random.nextInt(6) == 0) {
                orders.add(county.haircut());
                return "order";
            }
            Api dispatcher = dispatchers.get();
            UUID subject = pick(orders);
            switch (random.nextInt(8)) {
                case 0, 1:
                    return answer("accept");
                case 2, 3:
                    return answer("decline");
                case 4:
                    time.advance(Duration.ofHours(random.nextInt(30)));
                    return "time";
                case 5:
                    return status(dispatcher.post(
                            "/orders/" + subject + "/hold", Map.of("reason", "RESIDENT_AWAY", "reviewOn", reviewOn())));
                case 6:
                    return status(dispatcher.post("/orders/" + subject + "/resume"));
                default:
                    return random.nextInt(3) == 0
                            ? status(dispatcher.post(
                                    "/orders/" + subject + "/cancel", Map.of("reason", "NO_LONGER_NEEDED")))
                            : status(dispatcher.post(
                                    "/orders/" + subject + "/routings", Map.of("team", pick(teams), "reason", "试一试")));
            }
        }

        private String answer(String verb) {
            Api leader = leaders.get(pick(teams)).get();
            JsonNode open =
                    leader.get("/routings?state=PROPOSED").expect(200).json().path("items");
            if (open.isEmpty()) {
                return "nothing to " + verb;
            }
            String path = "/routings/" + open.path(0).path("id").asText() + "/" + verb;
            return status(verb.equals("accept") ? leader.post(path) : leader.post(path, NOBODY_FREE));
        }

        private String status(org.diandan.http.Answer answer) {
            assertThat(answer.status()).as(answer.toString()).isIn(200, 201, 400, 404, 409);
            assertThat(answer.problem()).isNotEqualTo("lost-race");
            return answer.toString();
        }

        private UUID pick(List<UUID> from) {
            return from.get(random.nextInt(from.size()));
        }
    }

    private UUID order = new UUID(0, 0);

    private UUID asked(String mode) {
        county.begin(mode);
        UUID team = county.barbers(county.village(), 1);
        order = county.haircut();
        assertThat(county.held(team)).isEqualTo(1);
        return team;
    }

    private Leader leader(UUID team) {
        return new Leader(county.leaderOf(team));
    }

    /** A leader who has one question. */
    private record Leader(Api api) {
        String routing() {
            return api.get("/routings?state=PROPOSED")
                    .expect(200)
                    .json()
                    .path("items")
                    .path(0)
                    .path("id")
                    .asText();
        }

        void accept() {
            api.post("/routings/" + routing() + "/accept").expect(200);
        }

        void decline() {
            api.post("/routings/" + routing() + "/decline", NOBODY_FREE).expect(200);
        }
    }

    private void hold(UUID held) {
        county.dispatcherOf(county.center())
                .post("/orders/" + held + "/hold", Map.of("reason", "RESIDENT_AWAY", "reviewOn", reviewOn()))
                .expect(200);
    }

    private String reviewOn() {
        return time.now().plus(Duration.ofDays(5)).toString().substring(0, 10);
    }

    private void cancel(UUID cancelled) {
        county.dispatcherOf(county.center())
                .post("/orders/" + cancelled + "/cancel", Map.of("reason", "NO_LONGER_NEEDED"))
                .expect(200);
    }

    private List<String> routingStates() {
        return county.dispatcherOf(county.center())
                .get("/orders/" + order + "/routings")
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("state");
    }
}
