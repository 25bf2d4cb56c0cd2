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
class NobodyHomeNobodyCameTest {

    private static final String JINXIU = "371625003010";
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    @Inject
    Story story;

    @BeforeEach
    void onMondayMorning() {
        story.begin();
    }

    @Test
    void aClosedDoorAndThenANoShowArePlannedAnewAndTheNoShowIsDisputed() {
        Instant tuesday = Story.MONDAY_MORNING.plus(Duration.ofDays(1));
        UUID order = story.places("clerk-jinxiu", story.call("home-haircut", JINXIU, "NORMAL", "13700000002"));
        story.takesOn("dispatcher-bochang", order);
        story.acceptsRouting("leader-convenience", order);

        UUID closedDoor = scheduled(order, tuesday);
        story.time().advanceTo(tuesday);
        story.checksIn("wang", closedDoor, "clerk-jinxiu");
        story.time().advance(Duration.ofMinutes(20));
        story.checksOut("wang", closedDoor);
        story.reports("wang", closedDoor, "NOBODY_HOME").expect(200);
        assertThat(story.stateOf("clerk-jinxiu", order)).isEqualTo("PREPARING");

        Instant wednesday = tuesday.plus(Duration.ofDays(1));
        UUID nobodyCame = scheduled(order, wednesday);
        story.time().advanceTo(wednesday.plus(Duration.ofMinutes(61)));
        assertThat(story.stateOf("clerk-jinxiu", order)).isEqualTo("PREPARING");
        assertThat(story.tasks("clerk-jinxiu", "CALL_RESIDENT", nobodyCame)).hasSize(1);
        assertThat(story.history("dispatcher-bochang", order))
                .contains("ATTENDANCE.MISS", "VISIT.CANCEL", "ORDER.NOBODY_CAME");

        disputed(order, nobodyCame);
        UUID third = scheduled(order, wednesday.plus(Duration.ofDays(1)));
        assertThat(third).isNotIn(closedDoor, nobodyCame);
        assertThat(story.stateOf("clerk-jinxiu", order)).isEqualTo("SCHEDULED");
    }

    private UUID scheduled(UUID order, Instant at) {
        story.signsOff("barber", order, List.of(Story.visit(at, HALF_AN_HOUR, 1)));
        story.does("clerk-jinxiu", order, "agree-time", Map.of("heardFrom", "王秀英"))
                .expect(200);
        UUID visit = story.nextVisit("barber", order);
        story.takesPlace("wang", visit).expect(200);
        return visit;
    }

    private void disputed(UUID order, UUID visit) {
        JsonNode attendance = story.visits("leader-convenience", order).stream()
                .filter(each -> each.path("id").asText().equals(visit.toString()))
                .findFirst()
                .orElseThrow()
                .path("attendances")
                .get(0);
        assertThat(attendance.path("state").path("code").asText()).isEqualTo("NO_SHOW");
        String path = "/attendances/" + attendance.path("id").asText();
        story.as("wang").post(path + "/dispute", Map.of("text", "我在楼下等了一个小时")).expect(200);
        story.as("li").post(path + "/dispute", Map.of("text", "不是我的")).expect(404);
        JsonNode excused = story.as("dispatcher-bochang")
                .post(path + "/excuse", Map.of("reason", "OTHER", "text", "门禁故障，情况属实"))
                .expect(200)
                .json();
        assertThat(excused.path("state").path("code").asText()).isEqualTo("EXCUSED");
    }
}
