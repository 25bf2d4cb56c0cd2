package org.diandan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.shared.Actor;
import org.diandan.shared.Role;
import org.diandan.timers.TestTime;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecondFactorTest {

    private static final String BOXING = "371625";
    private static final String PASSWORD = "correct horse battery";

    private final String login = "second" + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    Accounts accounts;

    @Inject
    Grants grants;

    @Inject
    People people;

    @Inject
    TestTime time;

    @Inject
    Session session;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    private Person dispatcher;
    private String secret;
    private List<String> recovery;

    @BeforeEach
    void aDispatcherWithASecondFactor() throws Exception {
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery("delete from attempt")
                .executeUpdate());
        UUID account = accounts.register(new NewAccount(BOXING, "王小明", People.phone(), login, PASSWORD));
        grants.grant(account, Role.DISPATCHER, BOXING, Actor.PROGRAM);
        dispatcher = people.person(account);
        secret = dispatcher
                .post("/auth/second-factor")
                .expect(200)
                .json()
                .path("secret")
                .asText();
        Answer confirmed = dispatcher
                .post("/auth/second-factor/confirm", Map.of("code", code(0)))
                .expect(200);
        recovery = texts(confirmed);
        time.advance(Duration.ofSeconds(30));
    }

    @Test
    void thePasswordAloneIsNotEnoughAnyMore() throws Exception {
        signIn(null).expect(401, "second-factor-needed");
        signIn("000000".equals(code(0)) ? "000001" : "000000").expect(401, "second-factor-wrong");
        signIn(code(0)).expect(200);
        assertThat(dispatcher.get("/me").json().path("secondFactor").asText()).isEqualTo("ON");
    }

    @Test
    void whoeverSignedInBeforeItWasThereSignsInAgain() throws Exception {
        dispatcher.post("/auth/second-factor/remove", Map.of("code", code(0))).expect(204);
        Answer before = signIn(null).expect(200);
        Api bearer = Api.bearing(before.json().path("accessToken").asText());
        secret = bearer.post("/auth/second-factor")
                .expect(200)
                .json()
                .path("secret")
                .asText();

        bearer.post("/auth/second-factor/confirm", Map.of("code", code(0))).expect(200);

        bearer.get("/me").expect(401);
        Api.anonymous()
                .post(
                        "/auth/token",
                        Map.of(
                                "grant",
                                "REFRESH",
                                "refreshToken",
                                before.json().path("refreshToken").asText()))
                .expect(401, "session-over");
        signIn(code(1)).expect(200);
    }

    @Test
    void noCodeIsTriedOutByConfirmingOnceMore() throws Exception {
        for (String code : List.of(code(0), "000000")) {
            dispatcher.post("/auth/second-factor/confirm", Map.of("code", code)).expect(409, "second-factor-on");
        }
    }

    @Test
    void aClosedAccountLeavesNoSecret() {
        people.admin()
                .post("/accounts/" + dispatcher.account() + "/close", Map.of("reason", "离职"))
                .expect(200);

        long kept = QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery(
                        "select count(*) from second_factor where account = :account", Long.class)
                .setParameter("account", dispatcher.account())
                .getSingleResult());
        assertThat(kept).isZero();
    }

    @Test
    void aCodeIsTakenOnceAndAClockMayBeAStepAway() throws Exception {
        signIn(code(-1)).expect(401, "second-factor-wrong");
        signIn(code(1)).expect(200);
        signIn(code(1)).expect(401, "second-factor-wrong");
        signIn(code(0)).expect(401, "second-factor-wrong");

        time.advance(Duration.ofSeconds(60));
        signIn(code(-2)).expect(401, "second-factor-wrong");
        signIn(code(0)).expect(200);
    }

    @Test
    void ofFiveWhoShowTheSameCodeAtOnceOneGetsIn() throws Exception {
        String code = code(0);
        var crowd = Executors.newFixedThreadPool(5);
        Callable<Integer> attempt = () -> signIn(code).status();
        long in = crowd.invokeAll(List.of(attempt, attempt, attempt, attempt, attempt)).stream()
                .filter(answer -> {
                    try {
                        return answer.get() == 200;
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                })
                .count();
        crowd.shutdown();
        assertThat(in).isOne();
    }

    @Test
    void aRecoveryCodeIsGoodOnce() {
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        signIn(recovery.get(3)).expect(200);
        signIn(recovery.get(3)).expect(401, "second-factor-wrong");
        signIn(recovery.get(4)).expect(200);
    }

    @Test
    void guessingEndsAfterThirtyTriesADay() throws Exception {
        for (int i = 0; i < 30; i++) {
            QuarkusTransaction.requiringNew()
                    .run(() -> session.createNativeMutationQuery("delete from attempt where kind like 'PASSWORD%'")
                            .executeUpdate());
            signIn("nothing").expect(401, "second-factor-wrong");
        }
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery("delete from attempt where kind like 'PASSWORD%'")
                        .executeUpdate());

        signIn(code(0)).expect(429, "too-many-attempts");
        time.advance(Duration.ofDays(1));
        signIn(code(0)).expect(200);
    }

    @Test
    void itIsRemovedByWhoShowsItAndByWhoAnswersForTheAccount() throws Exception {
        dispatcher.post("/auth/second-factor").expect(409, "second-factor-on");
        dispatcher.post("/auth/second-factor/remove", Map.of("code", "123")).expect(401, "second-factor-wrong");
        dispatcher.post("/auth/second-factor/remove", Map.of("code", code(0))).expect(204);
        signIn(null).expect(200);

        secret = dispatcher
                .post("/auth/second-factor")
                .expect(200)
                .json()
                .path("secret")
                .asText();
        dispatcher.post("/auth/second-factor/confirm", Map.of("code", code(0))).expect(200);
        String path = "/accounts/" + dispatcher.account() + "/second-factor/remove";
        people.dispatcherOf("371625003").post(path).expect(404);
        people.admin().post(path).expect(204);
        signIn(null).expect(200);
    }

    @Test
    void theSecretDoesNotStandInTheDatabase() {
        String row = QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery(
                        "select cast(f as text) from second_factor f where account = :account", String.class)
                .setParameter("account", dispatcher.account())
                .getSingleResult());
        assertThat(row).doesNotContain(secret).doesNotContain(recovery.get(0));
    }

    @Test
    void whereItIsRequiredACoordinatorWithoutOneHoldsNothingOfIt() {
        Person without = people.dispatcherOf(BOXING);
        var strict = new Standings(database, config(), clock);

        assertThat(strict.of(without.account()).identity(0).getRoles()).doesNotContain("DISPATCHER");
        assertThat(strict.of(people.clerkOf("371625003010").account())
                        .identity(0)
                        .getRoles())
                .contains("CLERK");
        assertThat(strict.of(dispatcher.account()).identity(1).getRoles()).contains("DISPATCHER");
        assertThat(strict.of(without.account()).identity(true).getRoles()).contains("DISPATCHER");
        assertThat(strict.isMissing(grants.of(without.account()))).isTrue();
    }

    private static IdentityConfig config() {
        return new SmallRyeConfigBuilder()
                .withMapping(IdentityConfig.class)
                .withDefaultValues(Map.of("diandan.identity.second-factor-required", "true"))
                .build()
                .getConfigMapping(IdentityConfig.class);
    }

    /** The code that the app shows so many steps from now. */
    private String code(int steps) throws Exception {
        return new DefaultCodeGenerator().generate(secret, time.now().getEpochSecond() / 30 + steps);
    }

    private Answer signIn(String secondFactor) {
        Map<String, String> body = new HashMap<>(Map.of("grant", "PASSWORD", "login", login, "password", PASSWORD));
        if (secondFactor != null) {
            body.put("secondFactor", secondFactor);
        }
        return Api.anonymous().post("/auth/token", body);
    }

    private static List<String> texts(Answer codes) {
        List<String> texts = new java.util.ArrayList<>();
        codes.json().path("codes").forEach(code -> texts.add(code.asText()));
        return texts;
    }
}
