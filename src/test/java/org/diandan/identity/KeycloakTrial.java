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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that a real Keycloak has signed; run by {@code .ci/keycloak}, which brings one. */
@QuarkusTest
@WithTestResource(value = Keycloak.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class KeycloakTrial {

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

    @Test
    void whoSignsInThereAndWasInvitedHereCallsWithItsAccessTokenAndNotWithItsIdToken() throws Exception {
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
        for (String other : new String[] {"id_token", "refresh_token"}) {
            assertThat(tokens.path(other).asText()).isNotEmpty();
            Api.bearing(tokens.path(other).asText()).get("/me").expect(401, "invalid-token");
        }
        Api.bearing(signInThere("another-app").path("access_token").asText())
                .get("/me")
                .expect(401, "invalid-token");
        Api.bearing(access.substring(0, access.length() - 8) + "AAAAAAAA")
                .get("/me")
                .expect(401, "invalid-token");
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
