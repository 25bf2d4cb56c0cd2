package org.diandan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.diandan.identity.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrderTimersTest {

    private static final String JINXIU = "371625003010";

    @Inject
    Story story;

    private UUID order;

    @BeforeEach
    void anOrderOnMondayMorning() {
        story.begin();
        order = story.places("clerk-jinxiu", story.call("home-haircut", JINXIU, "NORMAL", People.phone()));
    }

    @Test
    void whoeverDoesNotLookInTimeIsReminded() {
        story.time().advance(Duration.ofHours(4).minusMinutes(1));
        assertThat(story.tasks("dispatcher-bochang", "FIRST_LOOK", order)).isEmpty();
        story.time().advance(Duration.ofMinutes(1));
        assertThat(story.tasks("dispatcher-bochang", "FIRST_LOOK", order)).hasSize(1);
    }

    @Test
    void theFirstLookWaitsWhileTheResidentIsAsked() {
        story.time().advance(Duration.ofHours(2));
        story.does("dispatcher-bochang", order, "ask", Map.of("question", "几楼？"))
                .expect(200);
        story.time().advance(Duration.ofHours(3));
        story.does("clerk-jinxiu", order, "answer", Map.of("answer", "三楼")).expect(200);
        story.time().advance(Duration.ofMinutes(119));
        assertThat(story.tasks("dispatcher-bochang", "FIRST_LOOK", order)).isEmpty();
        story.time().advance(Duration.ofMinutes(1));
        assertThat(story.tasks("dispatcher-bochang", "FIRST_LOOK", order)).hasSize(1);
    }

    @Test
    void aQuestionThatNobodyAnswersIsCalledAboutOnceAndThenCancels() {
        story.does("dispatcher-bochang", order, "ask", Map.of("question", "几楼？"))
                .expect(200);
        story.time().advance(Duration.ofDays(4));
        assertThat(story.tasks("clerk-jinxiu", "CALL_RESIDENT", order)).hasSize(1);
        story.time().advance(Duration.ofDays(8));
        assertThat(story.stateOf("clerk-jinxiu", order)).isEqualTo("CANCELLED");
        assertThat(story.history("dispatcher-bochang", order)).endsWith("ORDER.CANCEL");
    }

    @Test
    void anOrderThatNobodyPreparesGoesBackToRouting() {
        story.takesOn("dispatcher-bochang", order);
        story.acceptsRouting("leader-convenience", order);
        story.time().advance(Duration.ofDays(14));
        assertThat(story.history("dispatcher-bochang", order)).contains("ORDER.ASSIGN", "ORDER.HAND_BACK");
        assertThat(story.stateOf("clerk-jinxiu", order)).isEqualTo("ROUTING");
    }

    @Test
    void aHeldOrderIsLookedAtOnItsReviewDay() {
        story.does("dispatcher-bochang", order, "hold", Map.of("reason", "WEATHER", "reviewOn", "2026-11-26"))
                .expect(200);
        story.does("dispatcher-bochang", order, "hold", Map.of("reason", "WEATHER", "reviewOn", "2027-11-26"))
                .expect(400, "review-date");
        story.time().advance(Duration.ofDays(2));
        assertThat(story.tasks("dispatcher-bochang", "FIRST_LOOK", order)).isEmpty();
        story.time().advance(Duration.ofDays(1));
        assertThat(story.tasks("dispatcher-bochang", "FIRST_LOOK", order)).hasSize(1);
        story.does("dispatcher-bochang", order, "resume", Map.of()).expect(200);
        assertThat(story.stateOf("clerk-jinxiu", order)).isEqualTo("SUBMITTED");
    }
}
