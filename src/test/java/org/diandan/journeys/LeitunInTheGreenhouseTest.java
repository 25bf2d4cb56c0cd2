package org.diandan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.http.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeitunInTheGreenhouseTest {

    private static final String GREENHOUSE = "210321102209-001";
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    @Inject
    Story story;

    @BeforeEach
    void onMondayMorning() {
        story.begin();
    }

    @Test
    void aLessonForElevenHouseholdsTakesTwoVisitsAndAThirdVolunteer() {
        Instant wednesday = Story.MONDAY_MORNING.plus(Duration.ofDays(2));
        Instant friday = Story.MONDAY_MORNING.plus(Duration.ofDays(4));
        UUID order = lesson();
        story.takesOn("dispatcher-taian", order);
        story.acceptsRouting("leader-farm", order);
        story.signsOff(
                "agronomist", order, List.of(Story.visit(wednesday, TWO_HOURS, 2), Story.visit(friday, TWO_HOURS, 2)));
        story.does("resident-leitun", order, "agree-time", Map.of()).expect(200);

        UUID first = story.nextVisit("agronomist", order);
        story.takesPlace("grower-1", first).expect(200);
        story.takesPlace("grower-2", first).expect(200);
        assertThat(story.stateOf("resident-leitun", order)).isEqualTo("SCHEDULED");

        theEveningBefore(wednesday, order, first);
        story.takesPlace("grower-3", first).expect(200);
        assertThat(story.stateOf("resident-leitun", order)).isEqualTo("SCHEDULED");

        served(wednesday, first, "grower-1", "grower-3");
        story.reports("grower-1", first, "PARTLY_DONE").expect(200);
        assertThat(story.stateOf("resident-leitun", order)).isEqualTo("OFFERED");

        UUID second = story.nextVisit("agronomist", order);
        assertThat(second).isNotEqualTo(first);
        story.takesPlace("grower-1", second).expect(200);
        story.takesPlace("grower-2", second).expect(200);
        served(friday, second, "grower-1", "grower-2");
        story.reports("grower-1", second, "DONE").expect(409, "photo-missing");
        photo(order);
        story.reports("grower-1", second, "DONE").expect(200);
        story.does("resident-leitun", order, "rate", Map.of("score", 5)).expect(200);

        assertThat(story.stateOf("resident-leitun", order)).isEqualTo("CLOSED");
    }

    private UUID lesson() {
        Map<String, Object> body = new HashMap<>(story.own("greenhouse-lesson", GREENHOUSE, "NORMAL"));
        body.put("answers", Map.of("households", 11, "crop", "黄瓜"));
        return story.places("resident-leitun", body);
    }

    private void theEveningBefore(Instant visit, UUID order, UUID id) {
        story.time().advanceTo(visit.minus(Duration.ofHours(14)));
        story.as("grower-2")
                .post("/visits/" + id + "/withdraw", Map.of("reason", "ILL"))
                .expect(200);
        assertThat(story.stateOf("resident-leitun", order)).isEqualTo("OFFERED");
        assertThat(story.visits("leader-farm", order).get(0).path("attendances").findValuesAsText("late"))
                .contains("true");
    }

    private void served(Instant at, UUID visit, String... volunteers) {
        story.time().advanceTo(at);
        for (String volunteer : volunteers) {
            story.checksIn(volunteer, visit, "resident-leitun");
        }
        story.time().advance(Duration.ofMinutes(110));
        for (String volunteer : volunteers) {
            story.checksOut(volunteer, visit);
        }
    }

    private void photo(UUID order) {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0};
        Api grower = story.as("grower-1").with("Content-Type", "image/png");
        grower.send("POST", "/orders/" + order + "/photos", java.net.http.HttpRequest.BodyPublishers.ofByteArray(png))
                .expect(201);
    }
}
