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
import org.diandan.http.Answer;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WhoSeesWhatTest {

    private static final String JINXIU = "371625003010";
    private static final String CHANGXING = "371625003009";

    @Inject
    Story story;

    @Inject
    People people;

    private UUID order;

    @BeforeEach
    void anOrderAtJinxiu() {
        story.begin();
        order = story.places("clerk-jinxiu", story.call("home-haircut", JINXIU, "NORMAL", People.phone()));
    }

    @Test
    void theChainSeesItAndTheNeighbourDoesNot() {
        for (Person sees : List.of(
                people.clerkOf(JINXIU),
                people.clerkOf("371625003"),
                people.dispatcherOf(JINXIU),
                people.dispatcherOf("371625"),
                people.auditorOf("3716"))) {
            sees.get("/orders/" + order).expect(200);
        }
        for (Person doesNot : List.of(
                people.clerkOf(CHANGXING),
                people.dispatcherOf("371625004"),
                people.dispatcherOf("371626"),
                people.auditorOf("210321"),
                people.resident("371625"),
                people.admin())) {
            doesNot.get("/orders/" + order).expect(404, "not-found");
            doesNot.get("/orders/" + order + "/history").expect(404);
            doesNot.get("/orders/" + order + "/photos").expect(404);
        }
    }

    @Test
    void twoResidentsNeverSeeEachOthersOrders() {
        Person one = people.resident("371625");
        Person other = people.resident("371625");
        UUID own = one.post("/orders", story.own("paperwork-help", JINXIU, "NORMAL"))
                .expect(201)
                .id();

        one.get("/orders/" + own).expect(200);
        other.get("/orders/" + own).expect(404);
        other.post("/orders/" + own + "/cancel", Map.of("reason", "NO_LONGER_NEEDED"))
                .expect(404);
        assertThat(ids(other.get("/orders"))).doesNotContain(own.toString());
        assertThat(ids(one.get("/orders"))).containsExactly(own.toString());
    }

    @Test
    void theBoardShowsTheSubtreeWithMaskedNamesAndNothingBeside() {
        Answer board = people.dispatcherOf("371625003").get("/orders?view=BOARD&limit=200");
        assertThat(ids(board)).contains(order.toString());
        Story.items(board).forEach(line -> assertThat(line.path("orderedFor").asText())
                .contains("*")
                .isNotEqualTo("王秀英"));

        assertThat(ids(people.dispatcherOf(CHANGXING).get("/orders?view=BOARD&limit=200")))
                .doesNotContain(order.toString());
        assertThat(ids(people.dispatcherOf("210321").get("/orders?view=BOARD&limit=200")))
                .doesNotContain(order.toString());
        people.dispatcherOf("210321").get("/orders?view=BOARD&center=371625").expect(200);
        assertThat(ids(people.dispatcherOf("210321").get("/orders?view=BOARD&center=371625")))
                .isEmpty();
    }

    @Test
    void aTeamSeesWhatItWasAskedForAndTheContactFromPreparingOn() {
        story.as("leader-convenience").get("/orders/" + order).expect(404);
        story.takesOn("dispatcher-bochang", order);
        JsonNode asked = story.order("leader-convenience", order).path("orderedFor");
        assertThat(asked.path("masked").asBoolean()).isTrue();
        assertThat(asked.path("name").asText()).isEqualTo("王*英");
        assertThat(asked.has("address")).isFalse();
        assertThat(asked.has("circumstances")).isFalse();

        story.acceptsRouting("leader-convenience", order);
        JsonNode has = story.order("leader-convenience", order).path("orderedFor");
        assertThat(has.path("name").asText()).isEqualTo("王秀英");
        assertThat(has.path("address").asText()).isNotEmpty();
        assertThat(has.path("circumstances").get(0).asText()).isEqualTo("OVER_80");

        story.does("leader-convenience", order, "preparation/hand-back", Map.of("reason", "TEAM_OVERLOADED"))
                .expect(200);
        assertThat(ids(story.as("leader-convenience").get("/orders?view=PAST&limit=200")))
                .contains(order.toString());
    }

    @Test
    void anInternalNoteIsForStaffOnly() {
        Person resident = people.resident("371625");
        UUID own = resident.post("/orders", story.own("paperwork-help", JINXIU, "NORMAL"))
                .expect(201)
                .id();
        story.as("clerk-jinxiu")
                .post("/orders/" + own + "/notes", Map.of("text", "家属电话打不通"))
                .expect(201);

        assertThat(resident.get("/orders/" + own + "/history").expect(200).text())
                .doesNotContain("打不通");
        assertThat(story.as("dispatcher-bochang")
                        .get("/orders/" + own + "/history")
                        .expect(200)
                        .text())
                .contains("打不通");
        resident.post("/orders/" + own + "/notes", Map.of("text", "我也写")).expect(403);
    }

    /** The clerk who placed it too: who does it by office is no more than the chain. */
    @Test
    void afterTheReopenWindowTheChainReadsNoContactNeitherAtTheOrderNorAtItsVisit() {
        UUID visit = served();
        for (String path : List.of("/orders/" + order, "/visits/" + visit)) {
            String served = path.startsWith("/orders") ? "orderedFor" : "served";
            for (String staff : List.of("clerk-jinxiu", "dispatcher-bochang")) {
                assertThat(story.as(staff)
                                .get(path)
                                .expect(200)
                                .json()
                                .at("/" + served + "/masked")
                                .asBoolean())
                        .as(staff + " at " + path + " within the window")
                        .isFalse();
            }
        }
        story.time().advance(Duration.ofDays(30));
        for (String path : List.of("/orders/" + order, "/visits/" + visit)) {
            String served = path.startsWith("/orders") ? "orderedFor" : "served";
            for (String staff : List.of("clerk-jinxiu", "dispatcher-bochang")) {
                JsonNode after = story.as(staff).get(path).expect(200).json().path(served);
                assertThat(after.path("masked").asBoolean())
                        .as(staff + " at " + path)
                        .isTrue();
                assertThat(after.has("address")).isFalse();
            }
        }
        story.as("clerk-jinxiu").get("/orders/" + order + "/photos").expect(403, "order-not-yours");
    }

    /** An order is served and rated; its visit. */
    private UUID served() {
        story.takesOn("dispatcher-bochang", order);
        story.acceptsRouting("leader-convenience", order);
        Instant from = story.time().now().plus(Duration.ofHours(3));
        story.signsOff("barber", order, List.of(Story.visit(from, Duration.ofHours(1), 1)));
        story.does("clerk-jinxiu", order, "agree-time", Map.of("heardFrom", "王秀英"))
                .expect(200);
        UUID visit = story.nextVisit("leader-convenience", order);
        story.takesPlace("wang", visit).expect(200);
        story.time().advanceTo(from);
        story.checksIn("wang", visit, "clerk-jinxiu");
        story.time().advance(Duration.ofMinutes(40));
        story.checksOut("wang", visit);
        story.reports("wang", visit, "DONE").expect(200);
        story.does("clerk-jinxiu", order, "rate", Map.of("score", 5, "heardFrom", "王秀英"))
                .expect(200);
        return visit;
    }

    @Test
    void aClerkWhoIsNoneAnyMoreIsNobodyToTheOrdersThatTheyPlaced() {
        Person clerk = people.clerkOf(JINXIU);
        UUID placed = clerk.post("/orders", story.call("home-haircut", JINXIU, "NORMAL", "13700007771"))
                .expect(201)
                .id();
        Person dispatcher = people.dispatcherOf("371625");
        dispatcher
                .api()
                .with("If-Match", "*")
                .delete("/accounts/" + clerk.account() + "/grants?role=CLERK&scope=" + JINXIU)
                .expect(204);

        clerk.get("/orders/" + placed).expect(404);
        clerk.get("/orders/" + placed + "/history").expect(404);
        clerk.post("/orders/" + placed + "/cancel", Map.of("reason", "OTHER", "text", "x"))
                .expect(403);
    }

    @Test
    void theActionsAreThoseOfTheCaller() {
        assertThat(actions("dispatcher-bochang")).contains("TAKE_ON", "ASK", "REFUSE", "MERGE", "TRANSFER", "HOLD");
        assertThat(actions("clerk-jinxiu")).containsExactly("CANCEL");
        people.clerkOf("371625003")
                .post("/orders/" + order + "/take-on", Map.of())
                .expect(403);
        people.dispatcherOf("371625").post("/orders/" + order + "/resume").expect(409, "order-not-now");
    }

    private List<String> actions(String who) {
        List<String> actions = new java.util.ArrayList<>();
        story.order(who, order).path("actions").forEach(action -> actions.add(action.asText()));
        return actions;
    }

    private static List<String> ids(Answer answer) {
        return Story.items(answer).stream()
                .map(line -> line.path("id").asText())
                .toList();
    }
}
