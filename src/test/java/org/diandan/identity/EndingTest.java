package org.diandan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.shared.Actor;
import org.diandan.shared.Opening;
import org.diandan.shared.Role;
import org.diandan.shared.Wall;
import org.diandan.sites.TestSites;
import org.diandan.timers.TestTime;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What ends: tokens, sign-ins, accounts. */
@QuarkusTest
class EndingTest {

    private static final String BOXING = "371625";
    private static final String JINXIU = "371625003010";
    private static final String PASSWORD = "correct horse battery";

    private final String login = "ends" + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    Accounts accounts;

    @Inject
    Grants grants;

    @Inject
    People people;

    @Inject
    TestSites sites;

    @Inject
    TestTime time;

    @Inject
    Session session;

    @Inject
    Sessions sessions;

    @Inject
    Tokens tokens;

    private UUID account;

    @BeforeEach
    void aClerkWithAPassword() {
        sites.ensure(BOXING, JINXIU);
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery("delete from attempt")
                .executeUpdate());
        account = accounts.register(new NewAccount(BOXING, "王小明", People.phone(), login, PASSWORD));
        grants.grant(account, Role.CLERK, JINXIU, Actor.PROGRAM);
    }

    @Inject
    Wall wall;

    @Test
    void whoSignsOutEverywhereIsOutOnEachDeviceAtOnce() {
        Answer phone = signIn().expect(200);
        Answer tablet = signIn().expect(200);

        bearer(phone).post("/auth/logout-everywhere").expect(204);

        for (Answer device : new Answer[] {phone, tablet}) {
            bearer(device).get("/me").expect(401);
            refresh(device).expect(401, "session-over");
        }
        bearer(signIn().expect(200)).get("/me").expect(200);
    }

    @Test
    void anotherInstanceNoticesWithinFiveSeconds() {
        Answer tokens = signIn().expect(200);
        bearer(tokens).get("/me").expect(200);

        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery(
                        "update account set token_generation = token_generation + 1 where id = :account")
                .setParameter("account", account)
                .executeUpdate());
        time.advance(Duration.ofSeconds(5));

        bearer(tokens).get("/me").expect(401);
    }

    @Test
    void whoIsSignedOutWhileTheyRefreshGetsATokenThatHasEnded() {
        String refreshToken = signIn().expect(200).json().path("refreshToken").asText();

        Sessions.Exchanged meanwhile = wall.everywhere(Opening.SIGN_IN, () -> sessions.exchange(refreshToken));
        QuarkusTransaction.requiringNew().run(() -> sessions.endAll(account));

        Api.bearing(tokens.issue(account, meanwhile.generation())).get("/me").expect(401);
    }

    @Test
    void anInstanceThatRemembersOlderTokensTakesANewOneAtOnce() {
        bearer(signIn().expect(200)).get("/me").expect(200);

        int next = QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery(
                        "update account set token_generation = token_generation + 1 where id = :account"
                                + " returning token_generation",
                        Integer.class)
                .setParameter("account", account)
                .getSingleResult());

        Api.bearing(tokens.issue(account, next)).get("/me").expect(200);
    }

    @Test
    void aSuspendedAccountThatIsReopenedDoesNotBringOldTokensBack() {
        Answer tokens = signIn().expect(200);
        Person dispatcher = people.dispatcherOf(BOXING);
        dispatcher
                .post("/accounts/" + account + "/suspend", Map.of("reason", "手机丢失"))
                .expect(200);
        bearer(tokens).get("/me").expect(401);
        dispatcher
                .post("/accounts/" + account + "/reopen", Map.of("reason", "手机找到"))
                .expect(200);

        bearer(tokens).get("/me").expect(401);
        bearer(signIn().expect(200)).get("/me").expect(200);
    }

    @Test
    void aClosedAccountIsGoneForGoodAndItsPhoneIsFree() {
        Answer tokens = signIn().expect(200);
        String phone = bearer(tokens).get("/me").json().path("phone").asText();
        Person dispatcher = people.dispatcherOf(BOXING);

        Answer closed = dispatcher
                .post("/accounts/" + account + "/close", Map.of("reason", "离职"))
                .expect(200);

        assertThat(closed.json().path("state").asText()).isEqualTo("CLOSED");
        assertThat(closed.json().path("grants")).isEmpty();
        assertThat(closed.json().path("actions")).isEmpty();
        bearer(tokens).get("/me").expect(401);
        refresh(tokens).expect(401, "session-over");
        signIn().expect(401, "sign-in-failed");
        for (String verb : new String[] {"suspend", "reopen", "close"}) {
            dispatcher
                    .post("/accounts/" + account + "/" + verb, Map.of("reason", "再一次"))
                    .expect(409, "account-closed");
        }
        accounts.register(new NewAccount(BOXING, "另一人", phone, null, null));
    }

    @Test
    void peopleCloseTheirOwnAccountAndTheLastAdministratorDoesNot() {
        Person resident = people.resident(BOXING);
        resident.post("/me/close").expect(204);
        resident.get("/me").expect(401);

        Person admin = people.admin();
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery(
                        "delete from grant_holder where role = 'ADMIN' and account <> :last")
                .setParameter("last", admin.account())
                .executeUpdate());
        admin.post("/me/close").expect(409, "last-admin");
    }

    private Answer signIn() {
        return Api.anonymous().post("/auth/token", Map.of("grant", "PASSWORD", "login", login, "password", PASSWORD));
    }

    private static Answer refresh(Answer tokens) {
        return Api.anonymous()
                .post(
                        "/auth/token",
                        Map.of(
                                "grant",
                                "REFRESH",
                                "refreshToken",
                                tokens.json().path("refreshToken").asText()));
    }

    private static Api bearer(Answer tokens) {
        return Api.bearing(tokens.json().path("accessToken").asText());
    }
}
