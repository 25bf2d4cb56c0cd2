package org.diandan.residents;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.diandan.http.Answer;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.diandan.keys.Keys;
import org.diandan.keys.MarkedColumn;
import org.diandan.sites.TestSites;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Residents are found by their number though nobody can read it in the database. */
@QuarkusTest
class NumbersTest {

    private static final String SITE = "371625003010";

    @Inject
    People people;

    @Inject
    TestSites sites;

    @Inject
    Keys keys;

    @Inject
    Session session;

    @BeforeEach
    void aVillage() {
        sites.ensure(SITE);
    }

    @Test
    void aResidentIsFoundByTheNumberHoweverItIsSpelt() {
        Person clerk = people.clerkOf(SITE);
        Answer entered = enter(clerk, "查号人", "010-58880001");

        assertThat(enter(clerk, "查号人", "01058880001").id()).isEqualTo(entered.id());
        for (String spelling : List.of("010-58880001", "01058880001", "010 5888 0001", "+8601058880001")) {
            assertThat(found(clerk, spelling))
                    .as(spelling)
                    .containsExactly(entered.id().toString());
        }
        assertThat(found(clerk, "01058880002")).isEmpty();
    }

    @Test
    void aCorrectedNumberIsFoundAndTheOneOfBeforeIsNot() {
        Person clerk = people.clerkOf(SITE);
        Answer entered = enter(clerk, "换号人", "13858880003");
        String path = "/residents/" + entered.id();

        clerk.patch(clerk.get(path), path, Map.of("phone", "13858880004")).expect(200);

        assertThat(found(clerk, "13858880004")).containsExactly(entered.id().toString());
        assertThat(found(clerk, "13858880003")).isEmpty();
        assertThat(clerk.get(path).json().path("phone").asText()).isEqualTo("13858880004");
    }

    /** Fails when the mark is not in the index: then the county is read for each call that comes in. */
    @Test
    void aLookUpByNumberReadsByTheIndex() {
        assertThat(plan("select id from resident where center = '371625' and phone_mark = :mark and name = 'x'"))
                .contains("resident_phone");
        assertThat(plan("select account from login where kind = 'PHONE' and value = encode(:mark, 'hex')"))
                .contains("login_pkey");
        assertThat(plan("select count(*) from certificate where center = '371625' and volunteer_id = gen_random_uuid()"
                        + " and kind = 'x' and number_mark = :mark and issuer = 'x' and state <> 'REFUSED'"))
                .containsAnyOf("certificate_claimed_once", "certificate_of_volunteer");
    }

    private String plan(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> {
            session.createNativeMutationQuery("set local enable_seqscan = off").executeUpdate();
            return String.join(
                    "\n",
                    session.createNativeQuery("explain " + sql, String.class)
                            .setParameter("mark", keys.mark(MarkedColumn.RESIDENT_PHONE, "13858880005"))
                            .getResultList());
        });
    }

    private static Answer enter(Person clerk, String name, String phone) {
        Answer answer = clerk.post(
                "/residents",
                Map.of(
                        "site", SITE,
                        "name", name,
                        "phone", phone,
                        "consents", List.of(Map.of("purpose", "SERVICE", "version", 1, "by", "PHONE"))));
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
        return answer;
    }

    private static List<String> found(Person clerk, String phone) {
        String query = "/residents?phone=" + URLEncoder.encode(phone, StandardCharsets.UTF_8);
        return clerk.get(query).expect(200).json().path("items").findValuesAsText("id");
    }
}
