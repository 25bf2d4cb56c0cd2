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
class BochangByPhoneTest {

    private static final String JINXIU = "371625003010";

    @Inject
    Story story;

    @BeforeEach
    void onMondayMorning() {
        story.begin();
    }

    @Test
    void aCallToJinxiuBecomesAHaircutTheSameAfternoon() {
        Instant twoInTheAfternoon = Story.MONDAY_MORNING.plus(Duration.ofHours(5));
        Map<String, Object> call = story.call("home-haircut", JINXIU, "URGENT", "13700000001");
        call.put("wished", Story.wished(twoInTheAfternoon, Duration.ofHours(4)));

        UUID order = story.places("clerk-jinxiu", call);
        JsonNode placed = story.order("clerk-jinxiu", order);
        assertThat(placed.path("orderedBy").path("part").asText()).isEqualTo("CLERK");
        assertThat(placed.path("number").asText()).matches("371625-2611-\\d{5}");

        story.takesOn("dispatcher-bochang", order);
        story.acceptsRouting("leader-convenience", order);
        story.signsOff("barber", order, List.of(Story.visit(twoInTheAfternoon, Duration.ofMinutes(40), 1)));

        UUID visit = story.nextVisit("barber", order);
        story.takesPlace("wang", visit).expect(200);
        assertThat(story.stateOf("clerk-jinxiu", order)).isEqualTo("SCHEDULED");

        story.time().advanceTo(twoInTheAfternoon);
        story.checksIn("wang", visit, "clerk-jinxiu");
        assertThat(story.stateOf("clerk-jinxiu", order)).isEqualTo("IN_SERVICE");
        story.time().advance(Duration.ofMinutes(35));
        story.checksOut("wang", visit);
        story.reports("wang", visit, "DONE").expect(200);

        story.does("clerk-jinxiu", order, "rate", Map.of("score", 5)).expect(400, "heard-from-missing");
        JsonNode closed = story.does("clerk-jinxiu", order, "rate", Map.of("score", 5, "heardFrom", "王秀英本人"))
                .expect(200)
                .json();
        assertThat(closed.path("state").path("code").asText()).isEqualTo("CLOSED");
        assertThat(closed.path("rating").path("by").asText()).isEqualTo("CLERK");
        tellsWhoTyped(order);
    }

    private void tellsWhoTyped(UUID order) {
        JsonNode first = Story.items(story.as("dispatcher-bochang").get("/orders/" + order + "/history"))
                .get(0);
        assertThat(first.path("action").path("code").asText()).isEqualTo("PLACE");
        assertThat(first.path("part").path("code").asText()).isEqualTo("CLERK");
        assertThat(first.path("actor").asText()).isEqualTo("李秀兰");
        assertThat(first.path("forResident").asBoolean()).isTrue();
        assertThat(story.history("dispatcher-bochang", order))
                .contains(
                        "ORDER.TAKE_ON",
                        "ROUTING.PROPOSE",
                        "ROUTING.ACCEPT",
                        "ORDER.SIGN_OFF",
                        "VISIT.PLAN",
                        "ATTENDANCE.JOIN",
                        "ORDER.SCHEDULE",
                        "ORDER.START",
                        "VISIT.REPORT",
                        "ORDER.FINISH",
                        "ORDER.RATE");
    }
}
