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
class BenxiByMiniProgramTest {

    private static final String XIAOSHI = "210521001001";

    @Inject
    Story story;

    @BeforeEach
    void onMondayMorning() {
        story.begin();
    }

    @Test
    void oneTeamDeclinesTheNextAcceptsAndAnExpiredCertificateDoesNotSign() {
        Instant tuesday = Story.MONDAY_MORNING.plus(Duration.ofDays(1));
        UUID order = story.places("resident-benxi", story.own("legal-advice", XIAOSHI, "NORMAL"));
        story.takesOn("dispatcher-benxi", order);

        story.declinesRouting("leader-legal-1", order, "NOBODY_FREE");
        story.as("leader-legal-1").get("/orders/" + order).expect(404);
        story.acceptsRouting("leader-legal-2", order);

        List<Map<String, Object>> plan = List.of(Story.visit(tuesday, Duration.ofHours(1), 1));
        story.prepares("lawyer-expired", order, plan);
        story.does("lawyer-expired", order, "preparation/sign-off", Map.of()).expect(409, "certificate-expired");
        assertThat(story.stateOf("resident-benxi", order)).isEqualTo("PREPARING");
        story.does("lawyer", order, "preparation/sign-off", Map.of()).expect(200);

        story.does("resident-benxi", order, "agree-time", Map.of()).expect(200);
        UUID visit = story.nextVisit("lawyer", order);
        story.takesPlace("volunteer-legal", visit).expect(200);
        story.time().advanceTo(tuesday);
        story.checksIn("volunteer-legal", visit, "resident-benxi");
        story.time().advance(Duration.ofMinutes(50));
        story.checksOut("volunteer-legal", visit);
        story.reports("volunteer-legal", visit, "DONE").expect(200);
        whoIsNotContentIsSpokenWith(order);

        assertThat(story.stateOf("resident-benxi", order)).isEqualTo("CLOSED");
        assertThat(story.history("dispatcher-benxi", order))
                .containsSubsequence(
                        "ROUTING.PROPOSE", "ROUTING.DECLINE", "ROUTING.PROPOSE", "ROUTING.ACCEPT", "ORDER.SIGN_OFF");
    }

    /** T13. The rating that is raised again settles the task. */
    private void whoIsNotContentIsSpokenWith(UUID order) {
        story.does("resident-benxi", order, "rate", Map.of("score", 2)).expect(200);
        JsonNode task = story.tasks("dispatcher-benxi", "FOLLOW_UP", order).get(0);
        assertThat(Instant.parse(task.path("dueAt").asText()))
                .isEqualTo(story.time().now().plus(Duration.ofDays(1)));
        assertThat(story.tasks("clerk-benxi", "FOLLOW_UP", order)).isEmpty();

        story.does("resident-benxi", order, "rate", Map.of("score", 4)).expect(200);
        assertThat(story.tasks("dispatcher-benxi", "FOLLOW_UP", order)).isEmpty();
    }
}
