package org.diandan.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.diandan.rights.Planting.Planted;
import org.diandan.timers.TestTime;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The copy of what is kept of a person. */
@QuarkusTest
class CopyTest {

    @Inject
    Planting planting;

    @Inject
    People people;

    @Inject
    Session session;

    @Inject
    TestTime time;

    private Person other;
    private Planted planted;

    @BeforeEach
    void somebodyOfWhomEverythingIsKnown() {
        time.reset();
        other = people.named("旁人不见经传", Planting.CENTER);
        planted = planting.plant(Planting.SEED, other);
    }

    @Test
    void theCopyHasWhatStandsInEveryColumnThatThePageSaysItHas() {
        String copy = planted.person().get("/me/data").expect(200).text();

        Map<String, String> missing = planted.marks().entrySet().stream()
                .filter(mark -> PersonalPage.isHandedOut(mark.getKey()))
                .filter(mark -> !copy.contains(mark.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(missing).isEmpty();
    }

    /** So that the test above cannot pass by having planted too little. */
    @Test
    void everyTextColumnThatIsHandedOutIsPlanted() {
        Set<String> told = new TreeSet<>(PersonalPage.handedOut());
        told.removeIf(column -> PersonalPage.kind(column).equals("person"));
        // A young volunteer, yes or no.
        told.remove("attendance.minor");
        // A clerk's words, beside those that are planted: the same column of the same table.
        told.removeAll(Set.of(
                "account.state_reason",
                "certificate.refusal",
                "certificate.reason",
                "team_member.refusal",
                "team_member.reason",
                "invitation.phone"));
        assertThat(planted.marks().keySet()).containsAll(told);
    }

    @Test
    void nobodyElseIsNamedInFullAndThePersonIsCalledSelf() {
        JsonNode copy = planted.person().get("/me/data").expect(200).json();

        assertThat(copy.toString()).doesNotContain("旁人不见经传").contains("旁****传");
        assertThat(section(copy, "ratings").get(0).path("ratedBy").asText()).isEqualTo("SELF");
        assertThat(section(copy, "auditOfResident").get(0).path("actor").asText())
                .isEqualTo("旁****传");
    }

    @Test
    void whatOpensSomethingIsInNoCopy() {
        String copy = planted.person().get("/me/data").expect(200).text();

        for (String secret :
                List.of("password.hash", "second_factor.secret", "session.previous_hash", "idempotency_key.key")) {
            assertThat(copy).doesNotContain(planted.marks().get(secret));
        }
    }

    @Test
    void theCopyOfAnotherHasNothingOfThisOne() {
        Planted second = planting.plant("别株", planted.person());

        String copy = second.person().get("/me/data").expect(200).text();
        assertThat(copy).contains("别株orders.words").doesNotContain(Planting.SEED);
        assertThat(planted.person().get("/me/data").expect(200).text()).doesNotContain("别株");
    }

    @Test
    void staffMakeTheCopyForWhoeverAsksAtTheCounterAndTheAuditKnows() {
        Person clerk = people.clerkOf(Planting.SITE);
        String path = "/residents/" + planted.resident() + "/data";

        String copy = clerk.get(path).expect(200).text();

        assertThat(copy)
                .contains(
                        planted.marks().get("resident.address"), planted.marks().get("orders.words"));
        JsonNode own = planted.person().get("/me/data").expect(200).json();
        assertThat(section(own, "auditOfResident").toString()).contains("EXPORTED");
        people.clerkOf("371621003011").get(path).expect(404);
    }

    @Test
    void aProxyOrdersForTheResidentAndReadsNoCopy() {
        Person proxy = people.resident(Planting.CENTER);
        String phone = proxy.get("/me").expect(200).json().path("phone").asText();
        people.clerkOf(Planting.SITE)
                .post(
                        "/residents/" + planted.resident() + "/proxies",
                        Map.of("relation", "CHILD", "phone", phone, "consent", "PHONE"))
                .expect(201);

        proxy.get("/residents/" + planted.resident() + "/data").expect(403, "masked-only");
    }

    @Test
    void aCopyThatIsTooLongForOneAnswerGoesOnWhereItStopped() {
        QuarkusTransaction.requiringNew().timeout(60).run(() -> session.createNativeMutationQuery(
                        "insert into volunteer_unwanted (center, volunteer_id, kind, code)"
                                + " select :center, :volunteer, 'SERVICE', 'service-' || n"
                                + " from generate_series(1, :many) n")
                .setParameter("center", Planting.CENTER)
                .setParameter("volunteer", planted.person().account())
                .setParameter("many", Copying.MOST_ROWS)
                .executeUpdate());
        Set<String> codes = new TreeSet<>();
        int rows = 0;
        String path = "/me/data";
        int answers = 0;
        do {
            JsonNode copy = planted.person().get(path).expect(200).json();
            for (JsonNode section : copy.path("sections")) {
                rows += section.path("rows").size();
                section.path("rows").forEach(row -> codes.add(row.path("code").asText("")));
            }
            answers++;
            path = copy.hasNonNull("next")
                    ? "/me/data?cursor=" + copy.path("next").asText()
                    : "";
        } while (!path.isEmpty());

        assertThat(answers).isEqualTo(2);
        assertThat(codes).hasSize(Copying.MOST_ROWS + 1);
        assertThat(rows).isGreaterThan(Copying.MOST_ROWS + 20);
    }

    static JsonNode section(JsonNode copy, String name) {
        for (JsonNode section : copy.path("sections")) {
            if (section.path("name").asText().equals(name)) {
                return section.path("rows");
            }
        }
        throw new AssertionError("No section " + name + " in " + copy);
    }
}
