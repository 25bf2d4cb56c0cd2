package org.diandan.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.diandan.http.Api;
import org.diandan.shared.Role;
import org.diandan.timers.TestTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a period came to, and what other rules would have changed. */
@QuarkusTest
class LookingBackTest {

    @Inject
    County county;

    @Inject
    TestTime time;

    @BeforeEach
    void inACountyOfItsOwn() {
        county.begin("NORMAL");
    }

    @Test
    void aPolicyIsTriedOnThePastAndNothingIsSwitchedOn() {
        UUID near = county.barbers(county.village(), 2);
        county.barbers(county.villageNextDoor(), 2, county.township());
        county.slower(near);
        UUID order = county.haircut();

        JsonNode same = tries(request(rules())).expect(200).json();
        ObjectNode rules = rules();
        rules.withObject("/score").put("distance", 0).put("sameVillage", 0).put("sameTownship", 0);
        JsonNode other = tries(request(rules)).expect(200).json();

        assertThat(same.path("decisions").asInt()).isEqualTo(1);
        assertThat(same.path("changedTeams").asInt()).isZero();
        assertThat(other.path("changedTeams").asInt()).isEqualTo(1);
        assertThat(other.at("/townships/0/township").asText()).isEqualTo(county.township());
        assertThat(other.at("/townships/0/before/matched").asInt()).isEqualTo(1);
        assertThat(county.dispatcherOf(county.center())
                        .get("/centers/" + county.center() + "/policy")
                        .json()
                        .at("/policy/version")
                        .asInt())
                .isZero();
        assertThat(dispatcher().get("/orders/" + order + "/routings").json().path("items"))
                .hasSize(1);
    }

    @Test
    void rulesThatMakeNoSenseAndPeriodsThatAreTooLongAreNotTried() {
        ObjectNode negative = rules();
        negative.withObject("/score").put("rating", -5);
        ObjectNode falling = rules();
        ((ObjectNode) falling.at("/loadTiers/3")).put("cost", 1);
        Map<String, Object> tooLong =
                Map.of("rules", rules(), "from", time.now().minus(Duration.ofDays(93)), "to", time.now());

        assertThat(pointer(request(negative))).isEqualTo("/rules/score/rating");
        assertThat(pointer(request(falling))).isEqualTo("/rules/loadTiers/3/cost");
        assertThat(pointer(tooLong)).isEqualTo("/to");
        county.dispatcherOf(county.township())
                .post("/centers/" + county.center() + "/policy/trials", request(rules()))
                .expect(404, "not-found");
    }

    @Test
    void theReportTellsHowTheWorkWasSharedWhereTeamsWereFoundAndWhatWasNot() {
        UUID busy = county.barbers(county.village(), 2);
        UUID idle = county.barbers(county.otherTownship(), 2);
        UUID accepted = county.haircut();
        accept(busy);
        county.haircut(county.villageNextDoor(), "NORMAL");

        JsonNode report = report(county.as(Role.AUDITOR, county.center()));

        assertThat(report.at("/teams/0/team").asText()).isEqualTo(busy.toString());
        assertThat(report.at("/teams/0/accepted").asInt()).isEqualTo(1);
        assertThat(report.at("/teams/1/team").asText()).isEqualTo(idle.toString());
        assertThat(report.path("jain").asDouble()).isEqualTo(.5);
        assertThat(report.path("townships")).hasSize(1);
        assertThat(report.at("/townships/0/sought").asInt()).isEqualTo(2);
        assertThat(report.at("/townships/0/matched").asInt()).isEqualTo(1);
        assertThat(report.at("/townships/0/rate").asDouble()).isEqualTo(.5);
        assertThat(report.path("unmet")).hasSize(1);
        assertThat(report.at("/unmet/0/village").asText()).isEqualTo(county.villageNextDoor());
        assertThat(report.at("/unmet/0/category").asText()).isEqualTo("convenience");
        assertThat(report.at("/unmet/0/stillSought").asInt()).isEqualTo(1);
        assertThat(accepted).isNotNull();
    }

    @Test
    void whatLiesOutsideThePeriodDoesNotCount() {
        county.barbers(county.village(), 2);
        county.haircut();

        JsonNode before = dispatcher()
                .get(path(Duration.ofDays(20), Duration.ofDays(10)))
                .expect(200)
                .json();

        assertThat(before.path("townships")).isEmpty();
        assertThat(before.path("unmet")).isEmpty();
        assertThat(before.path("jain").asDouble()).isEqualTo(1);
    }

    @Test
    void theReportIsForDispatchersAndAuditorsOfTheWholeCenterAndAtMostAQuarter() {
        String path = path(Duration.ofDays(10), Duration.ZERO);

        county.dispatcherOf(county.township()).get(path).expect(404, "not-found");
        county.clerkOf(county.center()).get(path).expect(403, "forbidden");
        dispatcher().get(path(Duration.ofDays(93), Duration.ZERO)).expect(400, "bad-request");
        dispatcher().get(path(Duration.ZERO, Duration.ofDays(1))).expect(400, "bad-request");
        dispatcher().get("/centers/" + county.center() + "/fairness").expect(400, "bad-request");
    }

    private Api dispatcher() {
        return county.dispatcherOf(county.center());
    }

    private void accept(UUID team) {
        Api leader = county.leaderOf(team);
        String routing = leader.get("/routings").json().at("/items/0/id").asText();
        leader.post("/routings/" + routing + "/accept").expect(200);
    }

    private JsonNode report(Api reader) {
        time.advance(Duration.ofMinutes(1));
        return reader.get(path(Duration.ofDays(7), Duration.ZERO)).expect(200).json();
    }

    /** The report from so long ago until so long ago. */
    private String path(Duration from, Duration until) {
        return "/centers/" + county.center() + "/fairness?from=" + time.now().minus(from) + "&to="
                + time.now().minus(until);
    }

    private ObjectNode rules() {
        return (ObjectNode) dispatcher()
                .get("/centers/" + county.center() + "/policy")
                .json()
                .at("/policy/rules");
    }

    private Map<String, Object> request(ObjectNode rules) {
        return Map.of(
                "rules",
                rules,
                "from",
                time.now().minus(Duration.ofDays(1)),
                "to",
                time.now().plus(Duration.ofDays(1)));
    }

    private org.diandan.http.Answer tries(Map<String, Object> request) {
        return dispatcher().post("/centers/" + county.center() + "/policy/trials", request);
    }

    private String pointer(Map<String, Object> request) {
        return tries(request)
                .expect(400, "bad-request")
                .json()
                .at("/errors/0/pointer")
                .asText();
    }
}
