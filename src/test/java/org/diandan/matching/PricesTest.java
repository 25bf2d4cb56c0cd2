package org.diandan.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.diandan.http.Api;
import org.diandan.jobs.TestWorker;
import org.diandan.shared.Role;
import org.diandan.timers.TestTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PricesTest {

    @Inject
    County county;

    @Inject
    TestTime time;

    @Inject
    TestWorker worker;

    private Supplier<Api> dispatcher;
    private UUID scarce;
    private UUID asked;

    @BeforeEach
    void threeOrdersInAWeekForATeamThatTakesOne() {
        county.begin("NORMAL");
        dispatcher = county.someone(Role.DISPATCHER, county.center());
        scarce = county.barbersOn(DayOfWeek.FRIDAY, county.village(), 1);
        asked = county.haircut();
        county.haircut();
        county.haircut();
    }

    @Test
    void aScarcePlaceIsWorthWhatTheBestOrderThatMustStayAwayWouldBring() {
        assertThat(prices()).isEmpty();
        learn();
        JsonNode price = prices().path(0);
        assertThat(price.path("team").asText()).isEqualTo(scarce.toString());
        assertThat(price.path("day").asText()).isEqualTo("FRIDAY");
        // A normal order, 1,500, and the 776 points of a team in the same village.
        assertThat(price.path("points").asInt()).isEqualTo(1500 + 776);
        assertThat(price.path("source").asText()).isEqualTo("SCHEDULE");
        assertThat(price.path("counts").asBoolean()).isTrue();
        assertThat(price.path("decided").asInt()).isZero();
        assertThat(Duration.between(
                        java.time.Instant.parse(price.at("/period/from").asText()),
                        java.time.Instant.parse(price.at("/period/to").asText())))
                .isEqualTo(Duration.ofDays(7));
        assertThat(price.path("learnedAt").asText())
                .isEqualTo(price.at("/period/to").asText());
    }

    @Test
    void aPriceThatWasNotLearnedAnewForTooLongNoLongerCounts() {
        learn();
        time.advance(Duration.ofDays(9));
        assertThat(prices().path(0).path("counts").asBoolean()).isFalse();
    }

    @Test
    void whatIsNoLongerScarceIsWorthNoMoreThanAFullWeekCosts() {
        learn();
        assertThat(prices().path(0).path("points").asInt()).isGreaterThan(1500);
        county.barbers(county.village(), 9);
        time.advance(Duration.ofDays(1));
        learn();
        assertThat(prices().path(0).path("points").asInt()).isLessThanOrEqualTo(300);
    }

    @Test
    void aPriceThatStaysKeepsTheDaySinceWhenThereHasBeenOne() {
        learn();
        String since = prices().path(0).path("since").asText();
        time.advance(Duration.ofDays(1));
        learn();
        assertThat(prices().path(0).path("since").asText()).isEqualTo(since);
        assertThat(prices().path(0).path("learnedAt").asText()).isNotEqualTo(since);
    }

    @Test
    void aPriceTellsHowOftenItMadeTheProgramAskAnotherTeam() {
        learn();
        UUID far = county.barbers(county.otherTownship(), 9, county.township());
        dispatcher
                .get()
                .post("/orders/" + asked + "/cancel", Map.of("reason", "NO_LONGER_NEEDED"))
                .expect(200);
        county.haircut();
        assertThat(county.held(far)).isEqualTo(1);
        assertThat(prices().path(0).path("decided").asInt()).isEqualTo(1);
    }

    @Test
    void pricesAreForTheDispatchersAndAuditorsOfTheCenterAlone() {
        learn();
        county.as(Role.AUDITOR, county.center()).get(path()).expect(200);
        county.dispatcherOf(county.township()).get(path()).expect(404);
        county.dispatcherOf("210321").get(path()).expect(404);
        county.clerkOf(county.center()).get(path()).expect(403);
    }

    private void learn() {
        time.advance(Duration.ofMinutes(6));
        worker.workOff();
    }

    private String path() {
        return "/centers/" + county.center() + "/prices";
    }

    private JsonNode prices() {
        return dispatcher.get().get(path()).expect(200).json().path("items");
    }
}
