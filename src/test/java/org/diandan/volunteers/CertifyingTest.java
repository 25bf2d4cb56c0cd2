package org.diandan.volunteers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.volunteers.Bochang.JINXIU;
import static org.diandan.volunteers.Bochang.NEIGHBOURS;
import static org.diandan.volunteers.Bochang.OTHER_TOWN;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.http.Answer;
import org.diandan.identity.Grants;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.diandan.shared.Role;
import org.diandan.timers.TestTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CertifyingTest {

    @Inject
    Bochang bochang;

    @Inject
    People people;

    @Inject
    Grants grants;

    @Inject
    Qualifications qualifications;

    @Inject
    TestTime time;

    @BeforeEach
    void open() {
        time.reset();
        bochang.open();
    }

    @AfterEach
    void goBack() {
        time.reset();
    }

    @Test
    void aVerifiedCertificateMakesAMemberAnExpert() {
        var dispatcher = bochang.dispatcher();
        var team = bochang.team(dispatcher);
        var wang = bochang.memberOf(team, dispatcher);
        var certificate = bochang.claimed(wang, "2026-12-31");
        assertThat(isExpert(wang, team)).isFalse();

        bochang.clerk().post("/certificates/" + certificate.id() + "/verify").expect(200);

        assertThat(isExpert(wang, team)).isTrue();
        assertThat(standing(team)).isEqualTo(Standing.QUALIFIED);
        assertThat(dispatcher
                        .get(Bochang.member(team, wang))
                        .json()
                        .path("expert")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whoJoinsWithACertificateIsAnExpertToo() {
        var dispatcher = bochang.dispatcher();
        var team = bochang.team(dispatcher);
        var wang = bochang.volunteer();
        bochang.certified(wang, "2026-12-31");

        wang.post(Bochang.members(team)).expect(201);
        assertThat(isExpert(wang, team)).isFalse();
        dispatcher.post(Bochang.member(team, wang) + "/approve").expect(200);

        assertThat(isExpert(wang, team)).isTrue();
    }

    @Test
    void anExpiredCertificateIsNoLongerAnExpert() {
        var dispatcher = bochang.dispatcher();
        var team = bochang.team(dispatcher);
        var wang = bochang.memberOf(team, dispatcher);
        bochang.certified(wang, "2026-11-24");

        time.advance(Duration.ofHours(38).plusMinutes(59));
        assertThat(isExpert(wang, team)).as("on its last day").isTrue();

        time.advance(Duration.ofMinutes(1));
        assertThat(isExpert(wang, team)).as("the day after").isFalse();
        assertThat(standing(team)).isEqualTo(Standing.EXPIRED);
    }

    @Test
    void aCertificateThatBeginsLaterMakesAnExpertOnThatDay() {
        var dispatcher = bochang.dispatcher();
        var team = bochang.team(dispatcher);
        var wang = bochang.memberOf(team, dispatcher);
        var claim = Map.of("kind", "HAIRDRESSER", "number", "1", "issuer", "博兴县人社局", "validFrom", "2026-11-25");
        var certificate = wang.post("/volunteers/" + wang.account() + "/certificates", claim)
                .expect(201);
        bochang.clerk().post("/certificates/" + certificate.id() + "/verify").expect(200);
        assertThat(isExpert(wang, team)).isFalse();

        time.advance(Duration.ofDays(2));

        assertThat(isExpert(wang, team)).isTrue();
    }

    @Test
    void aCertificateFoundFalseEndsTheExpert() {
        var dispatcher = bochang.dispatcher();
        var team = bochang.team(dispatcher);
        var wang = bochang.memberOf(team, dispatcher);
        var certificate = bochang.certified(wang, "2026-12-31");

        bochang.clerk()
                .post(
                        "/certificates/" + certificate.id() + "/refuse",
                        Map.of("refusal", "NOT_KNOWN_TO_ISSUER", "reason", "查无此证"))
                .expect(200);

        assertThat(isExpert(wang, team)).isFalse();
        assertThat(standing(team)).isEqualTo(Standing.MISSING);
        assertThat(wang.get("/certificates/" + certificate.id())
                        .json()
                        .path("reason")
                        .asText())
                .isEqualTo("查无此证");
    }

    @Test
    void nobodyVerifiesTheirOwn() {
        var clerk = bochang.clerk();
        clerk.post("/volunteers", Bochang.registration()).expect(201);
        var certificate = bochang.claimed(clerk, "2026-12-31");
        var path = "/certificates/" + certificate.id();

        clerk.post(path + "/verify").expect(403, "own-certificate");
        clerk.post(path + "/refuse", Map.of("refusal", "OTHER", "reason", "不要了"))
                .expect(403, "own-certificate");

        assertThat(clerk.get(path).json().path("actions")).isEmpty();
        bochang.clerk().post(path + "/verify").expect(200);
    }

    @Test
    void onlyTheAreaChecks() {
        var wang = bochang.volunteer();
        var path = "/certificates/" + bochang.claimed(wang, "2026-12-31").id() + "/verify";

        wang.post(path).expect(403);
        people.clerkOf(OTHER_TOWN).post(path).expect(404);
        people.dispatcherOf(NEIGHBOURS).post(path).expect(404);
        people.dispatcherOf("371625").post(path).expect(200);
    }

    @Test
    void whatIsDecidedIsNotDecidedAgain() {
        var certificate = bochang.certified(bochang.volunteer(), "2026-12-31");

        var refused = bochang.clerk()
                .post("/certificates/" + certificate.id() + "/verify")
                .expect(409, "certificate-not-now");

        assertThat(refused.json().path("state").asText()).isEqualTo("VERIFIED");
        assertThat(refused.json().at("/actions/0").asText()).isEqualTo("REFUSE");
    }

    @Test
    void theDeskShowsWhatTheAreaHasToCheck() {
        var mine = bochang.claimed(bochang.volunteer(), "2026-12-31").id();
        var clerk = bochang.clerk();

        assertThat(ids(clerk, "/certificates?site=" + JINXIU + "&limit=200")).contains(mine);
        assertThat(ids(clerk, "/certificates?state=VERIFIED&site=" + JINXIU)).doesNotContain(mine);
        clerk.get("/certificates?site=" + OTHER_TOWN).expect(403);
        clerk.get("/certificates").expect(400);
        clerk.get("/certificates?site=nowhere").expect(400);
    }

    @Test
    void anInsuranceIsCheckedAlikeAndMakesNoExpert() {
        var dispatcher = bochang.dispatcher();
        var team = bochang.team(dispatcher);
        var wang = bochang.memberOf(team, dispatcher);
        var path = "/volunteers/" + wang.account() + "/insurance";
        var insurance = wang.post(
                        path,
                        Map.of(
                                "policy",
                                "P-1",
                                "insurer",
                                "中国人保",
                                "validFrom",
                                "2026-01-01",
                                "validUntil",
                                "2026-12-31"))
                .expect(201);
        assertThat(qualifications.of(wang.account(), "home-haircut", time.now()).insured())
                .isFalse();

        bochang.clerk().post("/certificates/" + insurance.id() + "/verify").expect(200);

        assertThat(qualifications.of(wang.account(), "home-haircut", time.now()).insured())
                .isTrue();
        assertThat(isExpert(wang, team)).isFalse();
        assertThat(wang.get(path).json().path("items")).hasSize(1);
        assertThat(wang.get("/volunteers/" + wang.account() + "/certificates")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    private boolean isExpert(Person person, Answer team) {
        return grants.holders(Role.EXPERT, team.id().toString()).contains(person.account());
    }

    private Standing standing(Answer team) {
        return qualifications
                .teams(List.of(team.id()), "home-haircut", time.now())
                .get(team.id());
    }

    private static List<UUID> ids(Person person, String path) {
        return person.get(path).expect(200).json().path("items").findValuesAsText("id").stream()
                .map(UUID::fromString)
                .toList();
    }
}
