package org.diandan.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.http.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Candidates follow what teams cover, offer and can do from the answer to that change on: it is one transaction. */
@QuarkusTest
class CandidatesTest {

    @Inject
    County county;

    private UUID team;
    private UUID order;

    @BeforeEach
    void anOrderThatATeamMayBeAskedFor() {
        county.begin("NORMAL");
        team = county.barbers(county.village(), 2);
        order = county.placed(county.village(), "NORMAL");
        assertThat(obstacle()).isEmpty();
    }

    @Test
    void aTeamThatNoLongerCoversThePlaceIsOutAtOnceAndBackAtOnce() {
        covers(county.otherTownship());
        assertThat(obstacle()).isEqualTo("NOT_IN_COVERAGE");

        covers(county.township());
        assertThat(obstacle()).isEmpty();
    }

    @Test
    void aTeamThatNoLongerOffersTheCategoryIsOutAtOnceAndBackAtOnce() {
        offers("legal-advice");
        assertThat(obstacle()).isEqualTo("CATEGORY_NOT_OFFERED");

        offers("legal-advice", "convenience");
        assertThat(obstacle()).isEmpty();
    }

    @Test
    void aTeamWhoseOnlyHairdresserLeavesIsOutAtOnce() {
        county.barberLeaves(team);

        assertThat(obstacle()).isEqualTo("QUALIFICATION_MISSING");
    }

    @Test
    void aTeamOfOneIsOutWhereTwoAreToComeUntilItHasASecond() {
        order = county.placed(county.village(), "NORMAL", Map.of("twoPeople", true));
        assertThat(obstacle()).isEqualTo("PAIR_RULE");

        county.anotherBarber(team);
        assertThat(obstacle()).isEmpty();
    }

    private void covers(String area) {
        seen().put("/teams/" + team + "/coverage", Map.of("areas", List.of(area)))
                .expect(200);
    }

    private void offers(String... categories) {
        seen().patch("/teams/" + team, Map.of("categories", List.of(categories)))
                .expect(200);
    }

    private Api seen() {
        return county.dispatcherOf(county.center()).with("If-Match", "*");
    }

    private String obstacle() {
        JsonNode view = county.dispatcherOf(county.center())
                .get("/orders/" + order + "/candidates")
                .expect(200)
                .json();
        assertThat(view.path("barredBy").size()).isEqualTo(view.path("barred").size());
        return view.at("/barred/0/obstacle/code").asText();
    }
}
