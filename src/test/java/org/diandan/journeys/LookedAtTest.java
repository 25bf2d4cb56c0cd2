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
import java.util.stream.StreamSupport;
import org.diandan.http.Api;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is shown somebody's contact data leaves a trace, and who is shown less leaves none. */
@QuarkusTest
class LookedAtTest {

    private static final String JINXIU = "371625003010";

    @Inject
    Story story;

    @Inject
    People people;

    private UUID order;
    private Person auditor;

    @BeforeEach
    void anOrderAtJinxiu() {
        story.begin();
        order = story.places("clerk-jinxiu", story.call("home-haircut", JINXIU, "NORMAL", People.phone()));
        auditor = people.auditorOf("371625");
    }

    @Test
    void aClerkWhoOpensAnOrderHasSeenWhoeverItIsFor() {
        JsonNode shown = story.order("clerk-jinxiu", order).path("orderedFor");
        assertThat(shown.path("masked").asBoolean()).isFalse();

        JsonNode look = looks(order, "clerk-jinxiu").get(0);
        assertThat(look.path("operation").asText()).isEqualTo("getOrder");
        assertThat(look.path("person").path("kind").asText()).isEqualTo("RESIDENT");
        assertThat(look.path("person").path("id")).isEqualTo(shown.path("resident"));
        assertThat(look.path("through").path("id").asText()).isEqualTo(order.toString());
        assertThat(look.path("site").asText()).isEqualTo(JINXIU);
        assertThat(texts(look.path("fields"))).containsExactly("NAME", "PHONE", "ADDRESS", "CIRCUMSTANCES");
    }

    @Test
    void theAuditHoldsNothingOfWhatWasSeen() {
        JsonNode shown = story.order("clerk-jinxiu", order).path("orderedFor");

        String audit = auditor.get("/audit/looks?about=" + order).expect(200).text();

        assertThat(audit)
                .doesNotContain(shown.path("name").asText())
                .doesNotContain(shown.path("phone").asText())
                .doesNotContain(shown.path("address").asText());
    }

    @Test
    void whoSeesWhatIsMaskedHasNotLooked() {
        story.takesOn("dispatcher-bochang", order);
        assertThat(story.order("leader-convenience", order)
                        .path("orderedFor")
                        .path("masked")
                        .asBoolean())
                .isTrue();
        assertThat(looks(order, "leader-convenience")).isEmpty();

        story.acceptsRouting("leader-convenience", order);
        story.order("leader-convenience", order);
        assertThat(looks(order, "leader-convenience")).isNotEmpty();
    }

    @Test
    void whoLooksAtThemselvesIsNotWatched() {
        Person resident = people.resident("371625");
        UUID own = resident.post("/orders", story.own("paperwork-help", JINXIU, "NORMAL"))
                .expect(201)
                .id();
        JsonNode me = resident.get("/residents/me").expect(200).json();
        resident.get("/orders/" + own).expect(200);

        assertThat(looks("about=" + own)).isEmpty();
        assertThat(looks("about=" + me.path("id").asText())).isEmpty();
    }

    @Test
    void aVisitAResidentsRecordAndAVolunteersShowTheTraceToo() {
        story.takesOn("dispatcher-bochang", order);
        story.acceptsRouting("leader-convenience", order);
        Instant from = story.time().now().plus(Duration.ofDays(1));
        story.signsOff("barber", order, List.of(Story.visit(from, Duration.ofHours(1), 1)));
        UUID visit = story.nextVisit("leader-convenience", order);
        UUID resident = UUID.fromString(story.order("clerk-jinxiu", order)
                .path("orderedFor")
                .path("resident")
                .asText());
        Api dispatcher = story.as("dispatcher-bochang");
        dispatcher.get("/visits/" + visit).expect(200);
        dispatcher.get("/residents/" + resident).expect(200);
        UUID volunteer = story.account("zhao");
        dispatcher.get("/volunteers/" + volunteer).expect(200);

        assertThat(operations(looks(visit, "dispatcher-bochang"))).contains("getVisit");
        assertThat(operations(looks(resident, "dispatcher-bochang"))).contains("readResident");
        assertThat(operations(looks(volunteer, "dispatcher-bochang"))).contains("readVolunteer");
    }

    @Test
    void aRefusalIsADecisionThatTheAuditorFinds() {
        story.does("dispatcher-bochang", order, "refuse", Map.of("reason", "COMMERCIAL_REQUEST"))
                .expect(200);

        JsonNode decision = decisions("about=" + order).get(0);
        assertThat(decision.path("decision").path("code").asText()).isEqualTo("REFUSED");
        assertThat(decision.path("detail").asText()).isEqualTo("COMMERCIAL_REQUEST");
        assertThat(decision.path("by").asText())
                .isEqualTo(story.account("dispatcher-bochang").toString());
    }

    @Test
    void aGrantAndItsEndAreDecisions() {
        Person dispatcher = people.dispatcherOf("371625");
        Person clerk = people.clerkOf("371625003009");
        dispatcher
                .post("/accounts/" + clerk.account() + "/grants", Map.of("role", "CLERK", "scope", JINXIU))
                .expect(200);
        dispatcher
                .api()
                .with("If-Match", "*")
                .delete("/accounts/" + clerk.account() + "/grants?role=CLERK&scope=" + JINXIU)
                .expect(204);

        assertThat(decisions("by=" + dispatcher.account()))
                .extracting(line -> line.path("decision").path("code").asText() + " "
                        + line.path("detail").asText())
                .containsExactly("REVOKED CLERK " + JINXIU, "GRANTED CLERK " + JINXIU);
    }

    @Test
    void auditorsReadTheirAreasAndNobodyElseReadsAtAll() {
        story.order("clerk-jinxiu", order);
        String about = "/audit/looks?about=" + order;

        for (String sees : List.of("37", "3716", "371625", "371625003", JINXIU)) {
            assertThat(Story.items(people.auditorOf(sees).get(about))).as(sees).isNotEmpty();
        }
        for (String doesNot : List.of("21", "3717", "371626", "371625004", "371625003009")) {
            assertThat(Story.items(people.auditorOf(doesNot).get(about)))
                    .as(doesNot)
                    .isEmpty();
        }
        auditor.get(about + "&area=371626").expect(403, "audit-area-foreign");
        auditor.get("/audit/seals?center=371626").expect(403, "audit-area-foreign");
        auditor.get("/audit/seals?center=371625").expect(200);
        for (Person refused : List.of(people.admin(), people.dispatcherOf("371625"), people.clerkOf(JINXIU))) {
            refused.get(about).expect(403);
            refused.get("/audit/decisions").expect(403);
            refused.get("/audit/seals?center=371625").expect(403);
        }
    }

    @Test
    void pagesFollowEachOtherWithoutGapAndATimeIsBounded() {
        for (int i = 0; i < 5; i++) {
            story.order("clerk-jinxiu", order);
        }
        List<JsonNode> all = looks("about=" + order);
        assertThat(all).hasSizeGreaterThanOrEqualTo(5);

        JsonNode page =
                auditor.get("/audit/looks?limit=2&about=" + order).expect(200).json();
        JsonNode next = auditor.get("/audit/looks?limit=2&about=" + order + "&cursor="
                        + page.path("next").asText())
                .expect(200)
                .json();
        assertThat(List.of(
                        page.path("items").get(0),
                        page.path("items").get(1),
                        next.path("items").get(0),
                        next.path("items").get(1)))
                .isEqualTo(all.subList(0, 4));

        auditor.get("/audit/looks?from=2026-01-01T00:00:00Z&to=2026-11-01T00:00:00Z")
                .expect(400, "audit-time-too-long");
        assertThat(looks("to=2026-11-01T00:00:00Z&about=" + order)).isEmpty();
    }

    private List<JsonNode> looks(UUID about, String by) {
        return looks("about=" + about + "&by=" + story.account(by));
    }

    private List<JsonNode> looks(String question) {
        return Story.items(auditor.get("/audit/looks?limit=200&" + question));
    }

    private List<JsonNode> decisions(String question) {
        return Story.items(auditor.get("/audit/decisions?limit=200&" + question));
    }

    private static List<String> operations(List<JsonNode> looks) {
        return looks.stream().map(look -> look.path("operation").asText()).toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
