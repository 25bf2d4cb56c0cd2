package org.diandan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.diandan.gateways.SentMessages;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.outbox.TestRelay;
import org.diandan.sites.TestSites;
import org.diandan.timers.TestTime;
import org.hibernate.Session;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People who come with another issuer's token, or by an invitation. */
@QuarkusTest
class ForeignersTest {

    private static final String BOXING = "371625";
    private static final String JINXIU = "371625003010";

    private final String subject = UUID.randomUUID().toString();
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

    @Inject
    Accounts accounts;

    @Inject
    SigningKey own;

    @Inject
    ForeignTokens tokens;

    @Inject
    Session session;

    @BeforeEach
    void jinxiu() {
        sites.ensure(BOXING, JINXIU);
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery("delete from attempt")
                .executeUpdate());
    }

    @Test
    void whoAcceptsAnInvitationComesWithTheirOwnIssuersTokenFromThenOn() {
        String token = token(claims -> {});
        Api.bearing(token).get("/me").expect(401, "invalid-token");
        byIssuer(token, null).expect(401, "issuer-unbound");

        Answer tokens = byIssuer(token, invited("CLERK", JINXIU)).expect(200);

        assertThat(tokens.json().path("registered").asBoolean()).isTrue();
        Answer me = Api.bearing(token).get("/me").expect(200);
        assertThat(me.json().path("id")).isEqualTo(tokens.json().path("account"));
        assertThat(me.json().at("/grants/0/scope").asText()).isEqualTo(JINXIU);
        Api.bearing(tokens.json().path("accessToken").asText()).get("/me").expect(200);
        byIssuer(token(claims -> claims.setClaim("session", "another")), null).expect(200);
    }

    /** Fails when the limit is taken out of the exchange: each one then gives thirty days more. */
    @Test
    void aSignInByAnotherIssuersTokenEndsTwelveHoursLaterHoweverOftenItIsRefreshed() {
        Answer tokens = byIssuer(token(claims -> {}), invited("CLERK", JINXIU)).expect(200);
        for (int hour = 1; hour < 12; hour++) {
            time.advance(Duration.ofHours(1));
            tokens = refreshed(tokens).expect(200);
        }
        time.advance(Duration.ofHours(1));
        refreshed(tokens).expect(401, "session-over");
    }

    private static Answer refreshed(Answer tokens) {
        String token = tokens.json().path("refreshToken").asText();
        return Api.anonymous().post("/auth/token", Map.of("grant", "REFRESH", "refreshToken", token));
    }

    @Test
    void aPhoneThatTheIssuerHasVerifiedLeadsToItsAccountAndAnyOtherDoesNot() {
        UUID account = accounts.register(new NewAccount(BOXING, "王小明", phone, null, null));

        Api.bearing(token(claims -> claims.setClaim("phone_number", "+86 " + phone)))
                .get("/me")
                .expect(401);
        Api.bearing(token(claims -> phone(claims, "19900000000"))).get("/me").expect(401);

        Answer me = Api.bearing(token(claims -> phone(claims, "+86 " + phone)))
                .get("/me")
                .expect(200);
        assertThat(me.json().path("id").asText()).isEqualTo(account.toString());
    }

    @Test
    void aTokenThatIsNotTheIssuersForUsAndNowIsRefused() throws Exception {
        bind();
        Api.bearing(token(claims -> {})).get("/me").expect(200);

        refused(sign(claims(claims -> {}), "RS256", FakeIssuer.key("city-1").getPrivateKey(), "JWT"));
        refused(sign(claims(claims -> {}), "RS256", FakeIssuer.key("unknown").getPrivateKey(), "JWT"));
        refused(sign(claims(claims -> {}), "RS256", own.privateKey(), "JWT"));
        refused(sign(claims(claims -> {}), "none", null, "JWT"));
        refused(sign(
                claims(claims -> {}),
                "HS256",
                new HmacKey(FakeIssuer.KEY.getPublicKey().getEncoded()),
                "JWT"));
        refused(token(claims -> claims.setIssuer("https://login.elsewhere.example")));
        refused(token(claims -> claims.setAudience("another-api")));
        refused(token(claims -> claims.unsetClaim("aud")));
        refused(token(claims -> claims.unsetClaim("sub")));
        refused(token(claims -> claims.unsetClaim("exp")));
        refused(token(claims ->
                claims.setExpirationTime(NumericDate.fromSeconds(time.now().getEpochSecond() - 31))));
        refused(token(
                claims -> claims.setNotBefore(NumericDate.fromSeconds(time.now().getEpochSecond() + 3600))));
        String[] parts = token(claims -> {}).split("\\.");
        refused(parts[0] + "." + token(claims -> claims.setSubject("other")).split("\\.")[1] + "." + parts[2]);
        refused("x".repeat(15_000));
        assertThat(tokens.read("x".repeat(100_000))).isEmpty();
        byIssuer("x".repeat(100_000), null).expect(400);
    }

    @Test
    void aTokenForWhichNobodyAskedASecondFactorDoesNotPassTheOneThatIsHere() throws Exception {
        UUID account = bind();
        Consumer<JwtClaims> strict = claims -> claims.setIssuer(FakeIssuer.STRICT);
        byIssuer(token(strict), invited("CLERK", JINXIU)).expect(200);
        Person person = people.person(account);
        String secret = person.post("/auth/second-factor")
                .expect(200)
                .json()
                .path("secret")
                .asText();
        long step = time.now().getEpochSecond() / 30;
        String code = new DefaultCodeGenerator().generate(secret, step);
        String next = new DefaultCodeGenerator().generate(secret, step + 1);
        person.post("/auth/second-factor/confirm", Map.of("code", code)).expect(200);

        Api.bearing(token(claims -> {})).get("/me").expect(401);
        byIssuer(token(claims -> {}), null).expect(401, "second-factor-needed");
        Api.anonymous()
                .post("/auth/token", Map.of("grant", "ISSUER", "token", token(claims -> {}), "secondFactor", next))
                .expect(200);
    }

    @Test
    void aTokenOfAnIssuerThatAsksEverybodyForASecondFactorPasses() {
        UUID account =
                UUID.fromString(byIssuer(token(claims -> claims.setIssuer(FakeIssuer.STRICT)), invited("CLERK", JINXIU))
                        .expect(200)
                        .json()
                        .path("account")
                        .asText());
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery(
                        "insert into second_factor (center, account, secret, confirmed_at, last_step, recovery_hashes)"
                                + " values ('371625', :account, 'x', now(), 0, '{}')")
                .setParameter("account", account)
                .executeUpdate());

        Api.bearing(token(claims -> claims.setIssuer(FakeIssuer.STRICT)))
                .get("/me")
                .expect(200);
        byIssuer(token(claims -> claims.setIssuer(FakeIssuer.STRICT)), null).expect(200);
    }

    @Test
    void anIssuerThatIsCalledAsWeAreIsRefusedAtTheStart() {
        var config = new SmallRyeConfigBuilder()
                .withMapping(IdentityConfig.class)
                .withDefaultValues(Map.of(
                        "diandan.identity.issuers.x.issuer", "diandan",
                        "diandan.identity.issuers.x.audience", "diandan-api",
                        "diandan.identity.issuers.x.jwks-url", "http://127.0.0.1:1/certs"))
                .build()
                .getConfigMapping(IdentityConfig.class);

        assertThatThrownBy(() -> new ForeignTokens(config, Clock.systemUTC()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anIdTokenIsNoAccessToken() throws Exception {
        bind();
        refused(token(claims -> claims.setClaim("typ", "ID")));
        refused(token(claims -> claims.setClaim("typ", "Refresh")));
        refused(token(claims -> claims.setClaim("nonce", "n-0S6_WzA2Mj")));
        refused(token(claims -> claims.setClaim("at_hash", "77QmUPtjPfzWtF2AnpK9RQ")));
        refused(sign(claims(claims -> {}), "RS256", FakeIssuer.KEY.getPrivateKey(), "logout+jwt"));
    }

    @Test
    void aSuspendedAccountIsRefusedWhoeverSignedItsToken() {
        UUID account = bind();
        people.admin()
                .post("/accounts/" + account + "/suspend", Map.of("reason", "离岗"))
                .expect(200);
        Api.bearing(token(claims -> {})).get("/me").expect(401);
        byIssuer(token(claims -> {}), null).expect(403, "account-suspended");
    }

    @Test
    void anInvitationIsAcceptedBySigningInWithTheCodeOfItsPhoneOnce() {
        String invitation = invited("CLERK", JINXIU);

        byCode(People.phone(), invitation).expect(409, "invitation-over");
        Answer tokens = byCode(phone, invitation).expect(200);
        assertThat(Api.bearing(tokens.json().path("accessToken").asText())
                        .get("/me")
                        .json()
                        .at("/grants/0/role")
                        .asText())
                .isEqualTo("CLERK");
        byCode(phone, invitation).expect(409, "invitation-over");
        byIssuer(token(claims -> {}), invitation).expect(409, "invitation-over");
    }

    @Test
    void anInvitationEndsByTimeByItsSenderAndWithTheSendersRights() {
        String old = invited("CLERK", JINXIU);
        time.advance(Duration.ofDays(7));
        byCode(phone, old).expect(409, "invitation-over");

        Person dispatcher = people.dispatcherOf(BOXING);
        Answer sentOne = invite(dispatcher, "CLERK", JINXIU).expect(201);
        String withdrawn = lastCode();
        String id = sentOne.json().path("id").asText();
        people.dispatcherOf(BOXING).post("/invitations/" + id + "/withdraw").expect(404);
        dispatcher.post("/invitations/" + id + "/withdraw").expect(200);
        byCode(phone, withdrawn).expect(409, "invitation-over");

        invite(dispatcher, "CLERK", JINXIU).expect(201);
        String orphan = lastCode();
        people.admin()
                .post("/accounts/" + dispatcher.account() + "/suspend", Map.of("reason", "离岗"))
                .expect(200);
        byCode(phone, orphan).expect(409, "invitation-over");
    }

    @Test
    void whoNeverCameIsForgottenThirtyDaysAfterTheirInvitationEnded() {
        Person dispatcher = people.dispatcherOf(BOXING);
        invite(dispatcher, "CLERK", JINXIU).expect(201);

        time.advance(Duration.ofDays(36));
        invite(dispatcher, "CLERK", JINXIU).expect(201);
        assertThat(dispatcher.get("/invitations").json().path("items")).hasSize(2);

        time.advance(Duration.ofDays(2));
        invite(dispatcher, "CLERK", JINXIU).expect(201);
        assertThat(dispatcher.get("/invitations").json().path("items")).hasSize(2);
    }

    @Test
    void nobodyInvitesForMoreThanTheyMayGrant() {
        Person dispatcher = people.dispatcherOf("371625003");
        invite(dispatcher, "CLERK", JINXIU).expect(201);
        invite(dispatcher, "CLERK", BOXING).expect(403, "may-not-grant");
        invite(dispatcher, "DISPATCHER", BOXING).expect(403, "may-not-grant");
        invite(dispatcher, "ADMIN", null).expect(403, "may-not-grant");
        invite(people.clerkOf(JINXIU), "CLERK", JINXIU).expect(403);

        Answer list = dispatcher.get("/invitations").expect(200);
        assertThat(list.json().path("items")).hasSize(1);
        assertThat(list.json().at("/items/0/state").asText()).isEqualTo("OPEN");
        assertThat(list.text()).doesNotContain(phone);
    }

    @Test
    void anAdministratorSeesWhomTheyInvitedIntoACenter() {
        Person admin = people.admin();
        invite(admin, "DISPATCHER", BOXING).expect(201);
        String first = lastCode();
        invite(admin, "AUDITOR", BOXING).expect(201);

        Answer page = admin.get("/invitations?limit=1").expect(200);
        assertThat(page.json().at("/items/0/role").asText()).isEqualTo("AUDITOR");
        Answer rest = admin.get("/invitations?limit=1&cursor="
                        + page.json().path("next").asText())
                .expect(200);
        assertThat(rest.json().at("/items/0/role").asText()).isEqualTo("DISPATCHER");
        assertThat(rest.json().hasNonNull("next")).isFalse();

        Answer tokens = byCode(phone, first).expect(200);
        Answer me = Api.bearing(tokens.json().path("accessToken").asText()).get("/me");
        assertThat(me.json().path("center").asText()).isEqualTo(BOXING);
    }

    private UUID bind() {
        Answer tokens = byIssuer(token(claims -> {}), invited("CLERK", JINXIU)).expect(200);
        return UUID.fromString(tokens.json().path("account").asText());
    }

    private String invited(String role, String scope) {
        invite(people.dispatcherOf(BOXING), role, scope).expect(201);
        return lastCode();
    }

    private Answer invite(Person by, String role, String scope) {
        return by.post(
                "/invitations",
                scope == null
                        ? Map.of("name", "李四", "phone", phone, "role", role)
                        : Map.of("name", "李四", "phone", phone, "role", role, "scope", scope));
    }

    private String lastCode() {
        relay.relay();
        return sent.lastTo(phone).orElseThrow().replaceFirst("(?s).*?([0-9]{6}-[a-z0-9]{14}).*", "$1");
    }

    private Answer byCode(String number, String invitation) {
        Api.anonymous().post("/auth/otp", Map.of("phone", number)).expect(204);
        relay.relay();
        String code = sent.lastTo(number).orElseThrow().replaceFirst("(?s).*?(\\d{6}).*", "$1");
        return Api.anonymous()
                .post("/auth/token", Map.of("grant", "CODE", "phone", number, "code", code, "invitation", invitation));
    }

    private static Answer byIssuer(String token, String invitation) {
        return Api.anonymous()
                .post(
                        "/auth/token",
                        invitation == null
                                ? Map.of("grant", "ISSUER", "token", token)
                                : Map.of("grant", "ISSUER", "token", token, "invitation", invitation));
    }

    private static void refused(String token) {
        Api.bearing(token).get("/me").expect(401, "invalid-token");
    }

    private static void phone(JwtClaims claims, String number) {
        claims.setClaim("phone_number", number);
        claims.setClaim("phone_number_verified", true);
    }

    private String token(Consumer<JwtClaims> change) {
        return sign(claims(change), "RS256", FakeIssuer.KEY.getPrivateKey(), "JWT");
    }

    /** As Keycloak writes them. */
    private JwtClaims claims(Consumer<JwtClaims> change) {
        var claims = new JwtClaims();
        claims.setIssuer(FakeIssuer.ISSUER);
        claims.setAudience(FakeIssuer.AUDIENCE, "account");
        claims.setSubject(subject);
        claims.setClaim("typ", "Bearer");
        claims.setClaim("azp", "city-app");
        claims.setIssuedAt(NumericDate.fromSeconds(time.now().getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(time.now().getEpochSecond() + 300));
        change.accept(claims);
        return claims;
    }

    private static String sign(JwtClaims claims, String algorithm, java.security.Key key, String type) {
        var token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setAlgorithmHeaderValue(algorithm);
        token.setKey(key);
        token.setHeader("typ", type);
        token.setKeyIdHeaderValue(FakeIssuer.KEY.getKeyId());
        token.setPayload(claims.toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
