package org.diandan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People who have something in a county that is not their home, by both walls. */
@QuarkusTest
class GuestsTest {

    private static final String HOME = "371625";
    private static final String XIAOSHI = "210521001001";

    @Inject
    Story story;

    @Inject
    People people;

    @BeforeEach
    void theVillage() {
        story.begin();
    }

    @Test
    void aDaughterOrdersForHerselfInTheCountyWhereSheStays() {
        Person daughter = people.resident(HOME);
        UUID order = daughter.post("/orders", story.own("legal-advice", XIAOSHI, "NORMAL"))
                .expect(201)
                .id();

        assertThat(daughter.get("/orders/" + order)
                        .expect(200)
                        .json()
                        .path("id")
                        .asText())
                .isEqualTo(order.toString());
        assertThat(daughter.get("/orders?view=MINE&center=210521")
                        .expect(200)
                        .json()
                        .toString())
                .contains(order.toString());
        story.as("dispatcher-benxi").get("/orders/" + order).expect(200);
        people.dispatcherOf(HOME).get("/orders/" + order).expect(404);
        people.resident(HOME).get("/orders/" + order).expect(404);
    }
}
