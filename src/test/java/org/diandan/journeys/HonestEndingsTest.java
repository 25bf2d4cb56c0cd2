package org.diandan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HonestEndingsTest {

    private static final String XIAOSHI = "210521001001";
    private static final String JINXIU = "371625003010";

    @Inject
    Story story;

    @BeforeEach
    void onMondayMorning() {
        story.begin();
    }

    @Test
    void whenEveryTeamDeclinesTheCenterSaysSoWithAReason() {
        UUID order = story.places("resident-benxi", story.own("legal-advice", XIAOSHI, "NORMAL"));
        story.takesOn("dispatcher-benxi", order);
        story.declinesRouting("leader-legal-1", order, "NOBODY_FREE");
        story.declinesRouting("leader-legal-2", order, "TOO_FAR");

        assertThat(story.tasks("dispatcher-benxi", "LAST_RESORT", order)).hasSize(1);
        assertThat(story.stateOf("resident-benxi", order)).isEqualTo("ROUTING");
        story.does("dispatcher-benxi", order, "give-up", Map.of("reason", "NO_TEAM_FOUND"));

        JsonNode given = story.order("resident-benxi", order);
        assertThat(given.path("state").path("code").asText()).isEqualTo("UNFULFILLED");
        assertThat(given.path("actions").toString()).contains("REOPEN");
    }

    @Test
    void anOrderThatNobodyRatesIsUnratedAndReopeningAsksTheSameTeam() {
        UUID order = served("13700000011");
        story.time().advance(Duration.ofDays(3).plusMinutes(1));
        assertThat(story.tasks("clerk-jinxiu", "CALL_BACK", order)).hasSize(1);
        story.time().advance(Duration.ofDays(4));

        JsonNode closed = story.order("clerk-jinxiu", order);
        assertThat(closed.path("state").path("code").asText()).isEqualTo("CLOSED");
        assertThat(closed.path("result").asText()).isEqualTo("UNRATED");

        story.does("dispatcher-bochang", order, "reopen", Map.of("reason", "NOT_DONE"))
                .expect(200);
        assertThat(story.order("clerk-jinxiu", order).path("round").asInt()).isEqualTo(2);
        assertThat(story.routingOf("leader-convenience", order).path("round").asInt())
                .isEqualTo(2);
    }

    @Test
    void aDuplicateFollowsItsOriginalAndComesBackWhenThatIsCancelled() {
        UUID original = story.places("clerk-jinxiu", story.call("home-haircut", JINXIU, "NORMAL", "13700000012"));
        UUID duplicate = story.places("clerk-jinxiu", story.call("home-haircut", JINXIU, "NORMAL", "13700000012"));
        story.does("dispatcher-bochang", duplicate, "take-on", Map.of()).expect(409, "possible-duplicate");
        story.does("dispatcher-bochang", duplicate, "merge", Map.of("into", original))
                .expect(200);
        assertThat(story.stateOf("clerk-jinxiu", duplicate)).isEqualTo("MERGED");
        assertThat(story.order("clerk-jinxiu", duplicate)
                        .path("original")
                        .path("code")
                        .asText())
                .isEqualTo("SUBMITTED");

        story.does("dispatcher-bochang", original, "cancel", Map.of("reason", "SOLVED_OTHERWISE"))
                .expect(200);

        assertThat(story.stateOf("clerk-jinxiu", duplicate)).isEqualTo("SUBMITTED");
        assertThat(story.history("dispatcher-bochang", duplicate)).endsWith("ORDER.MERGE", "ORDER.UNMERGE");
    }

    @Test
    void aCallFromTheNeighbouringCountyIsTransferred() {
        UUID order = story.places("clerk-benxi", callInBenxi());
        JsonNode ended = story.does(
                        "dispatcher-benxi", order, "transfer", Map.of("site", "210321102209", "reason", "WRONG_CENTER"))
                .expect(200)
                .json();

        assertThat(ended.path("state").path("code").asText()).isEqualTo("CANCELLED");
        UUID placed = UUID.fromString(ended.path("transferredTo").asText());
        assertThat(story.stateOf("dispatcher-taian", placed)).isEqualTo("SUBMITTED");
        assertThat(story.order("dispatcher-taian", placed)
                        .path("transferredFrom")
                        .asText())
                .isEqualTo(order.toString());
        story.as("dispatcher-taian").get("/orders/" + order).expect(404);
    }

    private Map<String, Object> callInBenxi() {
        return story.call("policy-talk", XIAOSHI, "NORMAL", "13700000013");
    }

    private UUID served(String phone) {
        Instant afternoon = Story.MONDAY_MORNING.plus(Duration.ofHours(5));
        Map<String, Object> call = story.call("home-haircut", JINXIU, "NORMAL", phone);
        call.put("wished", Story.wished(afternoon, Duration.ofHours(4)));
        UUID order = story.places("clerk-jinxiu", call);
        story.takesOn("dispatcher-bochang", order);
        story.acceptsRouting("leader-convenience", order);
        story.signsOff("barber", order, List.of(Story.visit(afternoon, Duration.ofMinutes(40), 1)));
        UUID visit = story.nextVisit("barber", order);
        story.takesPlace("li", visit).expect(200);
        story.time().advanceTo(afternoon);
        story.checksIn("li", visit, "clerk-jinxiu");
        story.time().advance(Duration.ofMinutes(35));
        story.checksOut("li", visit);
        story.reports("li", visit, "DONE").expect(200);
        return order;
    }
}
