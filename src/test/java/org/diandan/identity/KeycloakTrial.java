package org.diandan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import org.diandan.gateways.SentMessages;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.outbox.TestRelay;
import org.diandan.sites.TestSites;
import org.diandan.timers.TestTime;
import org.diandan.torture.Findings;
import org.diandan.torture.ForgedTokens;
import org.diandan.torture.Setting;
import org.diandan.torture.Torture;
import org.diandan.torture.Trial;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Tokens that a real Keycloak has signed; part of the torture, which brings one. */
@QuarkusTest
@EnabledIf("isAskedFor")
@WithTestResource(value = Keycloak.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class KeycloakTrial implements Trial {

    private static final String BOXING = "371625";
    private static final String JINXIU = "371625003010";

    private final String phone = People.phone();

    @Inject
    People people;

    @Inject
    TestSites sites;

    @Inject
    TestRelay relay;

    @Inject
    TestTime time;

    @Inject
    SentMessages sent;

    @BeforeEach
    void itIsAsLateHereAsThere() {
        sites.ensure(BOXING, JINXIU);
        time.advanceTo(Instant.now());
    }

    @AfterEach
    void timeIsTakenBack() {
        time.reset();
    }

    static boolean isAskedFor() {
        return Torture.isAskedFor("keycloak") && !Boolean.getBoolean("keycloak.skip");
    }

    @Test
    void whoSignsInThereAndWasInvitedHereCallsWithItsAccessTokenAndNotWithItsIdToken() throws Exception {
        Torture.attempt(this);
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public void run(Setting setting, Findings findings) throws Exception {
        JsonNode tokens = signInThere("city-app");
        String access = tokens.path("access_token").asText();
        Api.bearing(access).get("/me").expect(401, "invalid-token");

        Answer accepted = Api.anonymous()
                .post("/auth/token", Map.of("grant", "ISSUER", "token", access, "invitation", invited()))
                .expect(200);

        Answer me = Api.bearing(access).get("/me").expect(200);
        assertThat(me.json().path("id")).isEqualTo(accepted.json().path("account"));
        assertThat(me.json().at("/grants/0/role").asText()).isEqualTo("CLERK");
        Api.bearing(signInThere("city-app").path("access_token").asText())
                .get("/me")
                .expect(200);
        notForUs(tokens).forEach((what, token) -> {
            assertThat(token).as(what).isNotEmpty();
            Answer answer = Api.bearing(token).get("/me");
            findings.add("tokens that are not for us", 1);
            findings.check(answer.problem().equals("invalid-token"), what + ": " + answer);
        });
    }

    /** What it signs, and what is made of it, that must not let anybody in. */
    private static Map<String, String> notForUs(JsonNode tokens) throws Exception {
        String access = tokens.path("access_token").asText();
        return Map.of(
                "an ID token", tokens.path("id_token").asText(),
                "a refresh token", tokens.path("refresh_token").asText(),
                "another app's", signInThere("another-app").path("access_token").asText(),
                "a tampered one", access.substring(0, access.length() - 8) + "AAAAAAAA");
    }

    @Override
    public String takenOut() {
        return ForgedTokens.CARELESS;
    }

    @Override
    public void control(Setting setting, Findings findings) throws Exception {
        notForUs(signInThere("city-app"))
                .forEach((what, token) ->
                        findings.check(!ForgedTokens.isLetInByWhoLooksAtNothing(token), what + " was let in"));
    }

    private static JsonNode signInThere(String client) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(Keycloak.realm() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&scope=openid&username=lisi&client_id=" + client
                        + "&password=correct+horse+battery"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private String invited() {
        people.dispatcherOf(BOXING)
                .post("/invitations", Map.of("name", "李四", "phone", phone, "role", "CLERK", "scope", JINXIU))
                .expect(201);
        relay.relay();
        return sent.lastTo(phone).orElseThrow().replaceFirst("(?s).*?([0-9]{6}-[a-z0-9]{14}).*", "$1");
    }
}
