package org.diandan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.diandan.gateways.SentMessages;
import org.diandan.gateways.TestSms;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.outbox.TestRelay;
import org.diandan.shared.Actor;
import org.diandan.shared.LogLines;
import org.diandan.shared.Role;
import org.diandan.sites.TestSites;
import org.diandan.timers.TestTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignInTest {

    private static final String BOXING = "371625";
    private static final String PASSWORD = "correct horse battery";

    private final Api anyone = Api.anonymous();
    private final String phone = People.phone();

    @Inject
    SentMessages sent;

    @Inject
    TestSms sms;

    @Inject
    TestRelay relay;

    @Inject
    TestSites sites;

    @Inject
    TestTime time;

    @Inject
    Accounts accounts;

    @Inject
    Grants grants;

    @Inject
    People people;

    @Inject
    Session session;

    @ConfigProperty(name = "diandan.data-dir")
    Path dataDir;

    @BeforeEach
    void boxing() {
        sites.ensure(BOXING, "371625003010");
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery("delete from attempt")
                .executeUpdate());
    }

    @AfterEach
    void theProviderIsBack() {
        sms.goAway(false);
    }

    @Test
    void aNewPhoneIsRegisteredAsAResidentByItsFirstCode() {
        Answer tokens = signIn(code(), BOXING).expect(200);

        assertThat(tokens.json().get("registered").asBoolean()).isTrue();
        Answer me = bearer(tokens).get("/me").expect(200);
        assertThat(me.json().get("phone").asText()).isEqualTo(phone);
        assertThat(me.json().get("name").asText()).isEqualTo(phone.substring(0, 3) + "****" + phone.substring(7));
        assertThat(me.json().at("/grants/0/role").asText()).isEqualTo("RESIDENT");
        assertThat(me.json().at("/centers/0").asText()).isEqualTo(BOXING);

        Answer again = signIn(code(), null).expect(200);
        assertThat(again.json().get("registered").asBoolean()).isFalse();
        assertThat(again.json().get("account")).isEqualTo(tokens.json().get("account"));
    }

    @Test
    void aNewPhoneIsAskedForItsCenterAndMayUseTheSameCode() {
        String code = code();

        signIn(code, null).expect(400, "center-needed");
        signIn(code, "999999").expect(400, "unknown-site");
        signIn(code, BOXING).expect(200);
    }

    @Test
    void theAnswerIsTheSameWhetherThePhoneIsKnownOrNot() {
        accounts.register(new NewAccount(BOXING, "王小明", phone, null, null));

        Answer known = anyone.post("/auth/otp", Map.of("phone", phone)).expect(204);
        Answer unknown =
                anyone.post("/auth/otp", Map.of("phone", People.phone())).expect(204);

        assertThat(known.text()).isEqualTo(unknown.text());
        assertThat(wrong(code()).problem()).isEqualTo("code-wrong");
    }

    @Test
    void aCodeIsGoodOnce() {
        String code = code();
        signIn(code, BOXING).expect(200);

        signIn(code, BOXING).expect(401, "code-wrong");
    }

    @Test
    void ofFiveWhoUseOneCodeAtOnceOneGetsIn() throws Exception {
        accounts.register(new NewAccount(BOXING, "王小明", phone, null, null));
        assertThat(statuses(code())).containsOnlyOnce(200);
    }

    @Test
    void ofFiveWhoRegisterAtOnceOneDoes() throws Exception {
        assertThat(statuses(code())).containsOnlyOnce(200);
        assertThat(accounts.byPhone(phone)).isPresent();
    }

    @Test
    void aCodeIsGoodForFiveMinutes() {
        String code = code();
        time.advance(Duration.ofMinutes(5));

        signIn(code, BOXING).expect(401, "code-wrong");
    }

    @Test
    void aCodeThatTheProviderDoesNotTakeIsSentLaterAndNobodyIsRefused() {
        sms.goAway(true);
        anyone.post("/auth/otp", Map.of("phone", phone)).expect(204);
        relay.relay();
        assertThat(sent.lastTo(phone)).isEmpty();

        sms.goAway(false);
        time.advance(Duration.ofMinutes(1));
        relay.relay();
        signIn(lastCode(), BOXING).expect(200);
    }

    @Test
    void aCodeIsNotSentAfterItsTime() {
        sms.goAway(true);
        anyone.post("/auth/otp", Map.of("phone", phone)).expect(204);
        relay.relay();

        sms.goAway(false);
        time.advance(Duration.ofMinutes(5));
        relay.relay();
        assertThat(sent.lastTo(phone)).isEmpty();
    }

    @Test
    void whatWaitsForTheProviderNamesNobody() {
        sms.goAway(true);
        anyone.post("/auth/otp", Map.of("phone", phone)).expect(204);
        try (var log = new LogLines()) {
            relay.relay();
            assertThat(log.text()).contains("identity.code-asked").doesNotContain(phone);
        }

        var waiting = QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery(
                        "select cast(e as text) from outbox_event e union all select cast(d as text) from outbox_delivery d",
                        String.class)
                .getResultList());
        assertThat(waiting).anyMatch(row -> row.contains("identity.code-asked")).noneMatch(row -> row.contains(phone));
    }

    @Test
    void theSixthTryIsRefusedEvenIfItIsRight() {
        String code = code();
        for (int i = 0; i < 5; i++) {
            wrong(code).expect(401, "code-wrong");
        }

        signIn(code, BOXING).expect(401, "code-wrong");
    }

    @Test
    void aPhoneGetsTenCodesADay() {
        for (int i = 0; i < 10; i++) {
            code();
        }
        Answer refused = anyone.post("/auth/otp", Map.of("phone", phone)).expect(429, "too-many-attempts");

        assertThat(refused.header("Retry-After")).isPresent();
        time.advance(Duration.ofDays(1));
        code();
    }

    @Test
    void noPhoneNumberStandsInTheCounters() {
        code();

        var subjects = QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery(
                        "select subject from attempt union all select phone from one_time_code", String.class)
                .getResultList());
        assertThat(subjects).isNotEmpty().noneMatch(subject -> subject.contains(phone));
    }

    @Test
    void aPasswordOpensTheAccountThatHasIt() {
        register("wang.clerk");

        byPassword("Wang.Clerk", PASSWORD).expect(200);
        byPassword("wang.clerk", PASSWORD + "x").expect(401, "sign-in-failed");
        byPassword("nobody.here", PASSWORD).expect(401, "sign-in-failed");
    }

    @Test
    void tenWrongPasswordsLockTheLoginForAQuarterOfAnHour() {
        register("locked.out");
        for (int i = 0; i < 10; i++) {
            byPassword("locked.out", "wrong wrong wrong").expect(401, "sign-in-failed");
        }

        byPassword("locked.out", PASSWORD).expect(429, "too-many-attempts");
        time.advance(Duration.ofMinutes(15));
        byPassword("locked.out", PASSWORD).expect(200);
    }

    @Test
    void aRefreshTokenGivesTheNextOne() {
        Answer first = signIn(code(), BOXING).expect(200);
        time.advance(Duration.ofMinutes(10));
        bearer(first).get("/me").expect(401, "invalid-token");

        Answer second = refresh(first).expect(200);

        assertThat(second.json().get("refreshToken")).isNotEqualTo(first.json().get("refreshToken"));
        bearer(second).get("/me").expect(200);
    }

    @Test
    void aLostAnswerMayBeAskedForAgainAtOnce() {
        Answer first = signIn(code(), BOXING).expect(200);

        Answer second = refresh(first).expect(200);
        Answer secondAgain = refresh(first).expect(200);

        assertThat(secondAgain.json().get("refreshToken"))
                .isEqualTo(second.json().get("refreshToken"));
        refresh(second).expect(200);
    }

    @Test
    void aRefreshTokenUsedAgainLaterEndsTheSignIn() {
        Answer first = signIn(code(), BOXING).expect(200);
        Answer second = refresh(first).expect(200);
        time.advance(Duration.ofSeconds(30));

        refresh(first).expect(401, "session-over");
        refresh(second).expect(401, "session-over");
    }

    @Test
    void whoDoesNotComeForThirtyDaysSignsInAgain() {
        Answer first = signIn(code(), BOXING).expect(200);
        time.advance(Duration.ofDays(30));

        refresh(first).expect(401, "session-over");
    }

    @Test
    void aSignInEndsAtLastHoweverOftenItIsRefreshed() {
        Answer tokens = signIn(code(), BOXING).expect(200);
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery(
                        "update session set ends_at = ends_at - interval '178 days'")
                .executeUpdate());
        time.advance(Duration.ofDays(1));
        Answer next = refresh(tokens).expect(200);
        time.advance(Duration.ofDays(1));
        refresh(next).expect(401, "session-over");
    }

    @Test
    void aForgedRefreshTokenIsRefused() {
        for (String forged : new String[] {"", "x", UUID.randomUUID() + "." + "0".repeat(64)}) {
            anyone.post("/auth/token", Map.of("grant", "REFRESH", "refreshToken", forged))
                    .expect(401, "session-over");
        }
    }

    @Test
    void whoSignsOutIsOut() {
        Answer tokens = signIn(code(), BOXING).expect(200);
        var token = Map.of("refreshToken", tokens.json().get("refreshToken").asText());

        anyone.post("/auth/logout", token).expect(204);
        anyone.post("/auth/logout", token).expect(204);

        refresh(tokens).expect(401, "session-over");
    }

    @Test
    void anIncompleteSignInSaysWhatIsMissing() {
        anyone.post("/auth/token", Map.of("grant", "PASSWORD", "login", "somebody"))
                .expect(400, "sign-in-incomplete");
        anyone.post("/auth/token", Map.of("grant", "CODE", "phone", "12345", "code", "12"))
                .expect(400, "bad-request");
    }

    @Test
    void aNewPasswordNeedsTheOldOneAndEndsAllSignIns() {
        UUID account = register("changes.password");
        Answer tokens = byPassword("changes.password", PASSWORD).expect(200);
        Person person = people.person(account);
        Answer me = person.get("/me").expect(200);

        person.put(me, "/me/password", Map.of("current", "not this one", "password", "another good one"))
                .expect(403, "password-wrong");
        person.put(me, "/me/password", Map.of("current", PASSWORD, "password", "xx changes.password xx"))
                .expect(400, "password-guessable");
        person.api()
                .put("/me/password", Map.of("current", PASSWORD, "password", "another good one"))
                .expect(428);
        person.put(me, "/me/password", Map.of("current", PASSWORD, "password", "another good one"))
                .expect(204);

        refresh(tokens).expect(401, "session-over");
        byPassword("changes.password", PASSWORD).expect(401, "sign-in-failed");
        byPassword("changes.password", "another good one").expect(200);
    }

    @Test
    void peopleSayWhatTheyAreCalled() {
        Person person = people.resident(BOXING);
        Answer me = person.get("/me").expect(200);

        person.patch(me, "/me", Map.of("name", "王秀英")).expect(200);

        assertThat(person.get("/me").json().get("name").asText()).isEqualTo("王秀英");
        person.patch(me, "/me", Map.of("name", "李四")).expect(412);
    }

    @Test
    void aForgedTokenIsRefusedAsAProblem() {
        String good = people.resident(BOXING).get("/me").expect(200).text();
        assertThat(good).isNotEmpty();

        for (String forged : new String[] {"", "a.b.c", "x".repeat(10_000)}) {
            Answer refused = Api.bearing(forged).get("/me").expect(401, "invalid-token");
            assertThat(refused.header("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
        }
        Api.anonymous().with("Authorization", "Basic YTpi").get("/me").expect(401);
        anyone.get("/me").expect(401, "unauthenticated");
    }

    @Test
    void whatAnotherInstanceTookAwayIsGoneWithinFiveSeconds() {
        Person clerk = people.clerkOf("371625003010");
        Person dispatcher = people.dispatcherOf(BOXING);
        dispatcher.get("/accounts").expect(200);
        clerk.get("/me").expect(200);

        elsewhere("delete from account_grant where account = :account", dispatcher);
        elsewhere("update account set state = 'SUSPENDED' where id = :account", clerk);
        time.advance(Duration.ofSeconds(5));

        dispatcher.get("/accounts").expect(403);
        clerk.get("/me").expect(401);
    }

    @Test
    void theFirstAdministratorSignsInWithThePasswordInTheDataFolder() throws Exception {
        String password =
                Files.readString(dataDir.resolve("admin-password.txt")).strip();

        Answer tokens = byPassword("admin", password).expect(200);

        assertThat(bearer(tokens).get("/me").json().at("/grants/0/role").asText())
                .isEqualTo("ADMIN");
    }

    private void elsewhere(String sql, Person person) {
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery(sql)
                .setParameter("account", person.account())
                .executeUpdate());
    }

    private UUID register(String login) {
        UUID account = accounts.register(new NewAccount(BOXING, "王小明", null, login, PASSWORD));
        grants.grant(account, Role.CLERK, "371625003010", Actor.PROGRAM);
        return account;
    }

    private String code() {
        anyone.post("/auth/otp", Map.of("phone", phone)).expect(204);
        relay.relay();
        return lastCode();
    }

    private String lastCode() {
        String text = sent.lastTo(phone).orElseThrow();
        return text.replaceFirst("(?s).*?(\\d{6}).*", "$1");
    }

    private List<Integer> statuses(String code) throws Exception {
        var racers = Executors.newFixedThreadPool(5);
        List<Future<Answer>> answers =
                racers.invokeAll(Collections.nCopies(5, (Callable<Answer>) () -> signIn(code, BOXING)));
        racers.shutdown();

        List<Integer> statuses = new ArrayList<>();
        for (Future<Answer> answer : answers) {
            statuses.add(answer.get().status());
        }
        return statuses;
    }

    private Answer wrong(String code) {
        return signIn(code.equals("000000") ? "000001" : "000000", BOXING);
    }

    private Answer signIn(String code, String center) {
        return anyone.post(
                "/auth/token",
                center == null
                        ? Map.of("grant", "CODE", "phone", phone, "code", code)
                        : Map.of("grant", "CODE", "phone", phone, "code", code, "center", center));
    }

    private Answer byPassword(String login, String password) {
        return anyone.post("/auth/token", Map.of("grant", "PASSWORD", "login", login, "password", password));
    }

    private Answer refresh(Answer tokens) {
        return anyone.post(
                "/auth/token",
                Map.of(
                        "grant",
                        "REFRESH",
                        "refreshToken",
                        tokens.json().get("refreshToken").asText()));
    }

    private static Api bearer(Answer tokens) {
        return Api.bearing(tokens.json().get("accessToken").asText());
    }
}
