package org.diandan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.diandan.orders.OrderProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The resident's word on who comes. */
@QuarkusTest
class WhomTheResidentWishesTest {

    private static final String JINXIU = "371625003010";
    private static final Instant WEDNESDAY_AT_TWO = Story.MONDAY_MORNING.plus(Duration.ofHours(53));

    @Inject
    Story story;

    @Inject
    People people;

    @Inject
    OrderProgress orders;

    @BeforeEach
    void onMondayMorning() {
        story.begin();
    }

    @Test
    void theHelperWhoCameLastIsRememberedForTheNextOrder() {
        // Somebody of this story alone: those of the others may have come, or claimed, as often as anybody may.
        Person helper = volunteer("MALE");
        UUID served = served("13700000101", helper);
        UUID resident = orders.facts(served).resident();

        UUID next = story.places("clerk-jinxiu", again(resident, Map.of("sameHelper", true)));

        assertThat(orders.facts(next).wishedHelpers()).containsExactly(helper.account());
        assertThat(story.order("clerk-jinxiu", next).at("/whom/sameHelper").asBoolean())
                .isTrue();
        UUID indifferent = story.places("clerk-jinxiu", again(resident, Map.of()));
        assertThat(orders.facts(indifferent).wishedHelpers()).isEmpty();
    }

    @Test
    void whereNobodyHasComeYetThereIsNoSameHelper() {
        Map<String, Object> call = story.call("home-haircut", JINXIU, "NORMAL", "13700000102");
        call.put("whom", Map.of("sameHelper", true));

        story.as("clerk-jinxiu").post("/orders", call).expect(400, "no-helper-yet");
    }

    @Test
    void aTeamThatIsNotToComeIsNotAskedNowNorForTheNextOrderUntilTheResidentSaysOtherwise() {
        UUID unwanted = story.team("convenience");
        Map<String, Object> call = story.call("home-haircut", JINXIU, "NORMAL", "13700000103");
        call.put("whom", Map.of("notTeams", List.of(unwanted)));
        UUID order = story.places("clerk-jinxiu", call);
        UUID resident = orders.facts(order).resident();

        assertThat(obstacleOf(unwanted, order)).isEqualTo("EXCLUDED_BY_RESIDENT");
        UUID next = story.places("clerk-jinxiu", again(resident, Map.of()));
        assertThat(obstacleOf(unwanted, next)).isEqualTo("EXCLUDED_BY_RESIDENT");
        UUID forgiving = story.places("clerk-jinxiu", again(resident, Map.of("notTeams", List.of())));
        assertThat(obstacleOf(unwanted, forgiving)).isEmpty();
    }

    @Test
    void aTeamOfAnotherCenterCannotBeExcluded() {
        Map<String, Object> call = story.call("home-haircut", JINXIU, "NORMAL", "13700000104");
        call.put("whom", Map.of("notTeams", List.of(story.team("convenience"), UUID.randomUUID())));

        JsonNode refused = story.as("clerk-jinxiu")
                .post("/orders", call)
                .expect(400, "bad-request")
                .json();
        assertThat(refused.at("/errors/0/pointer").asText()).isEqualTo("/whom/notTeams/1");
    }

    @Test
    void whereTwoAreWishedForAPlanForOneIsNotSignedOff() {
        Map<String, Object> call = story.call("home-haircut", JINXIU, "URGENT", "13700000105");
        call.put("whom", Map.of("twoPeople", true));
        UUID order = prepared(call, 1);

        JsonNode refused = story.does("barber", order, "preparation/sign-off", Map.of())
                .expect(409, "plan-incomplete")
                .json();
        assertThat(refused.path("missing")).extracting(JsonNode::asText).containsExactly("people");
        story.signsOff("barber", order, List.of(visit(2)));
    }

    @Test
    void whereAWomanIsWishedForAManDoesNotTakeThePlace() {
        Map<String, Object> call = story.call("home-haircut", JINXIU, "URGENT", "13700000106");
        call.put("whom", Map.of("sex", "FEMALE"));
        UUID order = prepared(call, 1);
        story.does("barber", order, "preparation/sign-off", Map.of()).expect(200);
        UUID visit = story.nextVisit("barber", order);

        claims(volunteer("MALE"), visit, 409);
        claims(volunteer("FEMALE"), visit, 200);
    }

    private void claims(Person volunteer, UUID visit, int status) {
        volunteer
                .post("/pool/" + visit + "/claim", Map.of("risksAcknowledged", 1))
                .expect(status);
    }

    private Person volunteer(String sex) {
        Person volunteer = people.resident("371625");
        Map<String, Object> form = Map.of(
                "name", "刘志愿", "bornOn", "1980-05-01", "site", JINXIU, "sex", sex, "consent", Map.of("version", 1));
        volunteer.post("/volunteers", form).expect(201);
        return volunteer;
    }

    private String obstacleOf(UUID team, UUID order) {
        JsonNode view = story.as("dispatcher-bochang")
                .get("/orders/" + order + "/candidates")
                .expect(200)
                .json();
        for (JsonNode barred : view.path("barred")) {
            if (barred.path("team").asText().equals(team.toString())) {
                return barred.at("/obstacle/code").asText();
            }
        }
        return "";
    }

    private UUID served(String phone, Person helper) {
        UUID order = prepared(story.call("home-haircut", JINXIU, "URGENT", phone), 1);
        story.does("barber", order, "preparation/sign-off", Map.of()).expect(200);
        UUID visit = story.nextVisit("barber", order);
        claims(helper, visit, 200);
        story.time().advanceTo(WEDNESDAY_AT_TWO);
        String code = story.as("clerk-jinxiu")
                .get("/visits/" + visit + "/code")
                .expect(200)
                .json()
                .path("code")
                .asText();
        helper.post("/visits/" + visit + "/check-in", Map.of("code", code)).expect(200);
        story.time().advance(Duration.ofMinutes(35));
        helper.post("/visits/" + visit + "/check-out", Map.of()).expect(200);
        helper.post("/visits/" + visit + "/report", Map.of("outcome", "DONE", "text", "见报告"))
                .expect(200);
        return order;
    }

    private UUID prepared(Map<String, Object> call, int people) {
        call.put("wished", Story.wished(WEDNESDAY_AT_TWO, Duration.ofHours(4)));
        UUID order = story.places("clerk-jinxiu", call);
        story.takesOn("dispatcher-bochang", order);
        story.acceptsRouting("leader-convenience", order);
        story.prepares("barber", order, List.of(visit(people)));
        return order;
    }

    private static Map<String, Object> visit(int people) {
        return Story.visit(WEDNESDAY_AT_TWO, Duration.ofMinutes(40), people);
    }

    private Map<String, Object> again(UUID resident, Map<String, Object> whom) {
        Map<String, Object> call = new HashMap<>(story.call("home-haircut", JINXIU, "NORMAL", "13700000100"));
        call.put("orderedFor", Map.of("resident", resident));
        call.put("whom", whom);
        return call;
    }
}
