package org.diandan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.diandan.gateways.FakeWeChat;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.shared.LogLines;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a WeChat on loopback. */
@QuarkusTest
class WeChatTest {

    private static final String BOXING = "371625";

    private final String openid =
            "o" + UUID.randomUUID().toString().replace("-", "").substring(0, 27);

    @Inject
    People people;

    @Inject
    Session session;

    @BeforeEach
    void nobodyTriedBefore() {
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery("delete from attempt")
                .executeUpdate());
    }

    @Test
    void whoBoundTheirWeChatSignsInByIt() {
        Person person = people.resident(BOXING);
        signIn("of-" + openid).expect(401, "wechat-unbound");

        assertThat(person.get("/me").json().path("wechat").asBoolean(true)).isFalse();
        person.post("/auth/wechat", Map.of("code", "of-" + openid)).expect(204);
        assertThat(person.get("/me").json().path("wechat").asBoolean()).isTrue();

        Answer tokens = signIn("of-" + openid).expect(200);
        assertThat(tokens.json().path("account").asText())
                .isEqualTo(person.account().toString());
        Api.bearing(tokens.json().path("accessToken").asText()).get("/me").expect(200);
    }

    @Test
    void aWeChatSignsInToOneAccountUntilItIsUnbound() {
        Person one = people.resident(BOXING);
        Person other = people.resident(BOXING);
        one.post("/auth/wechat", Map.of("code", "of-" + openid)).expect(204);
        one.post("/auth/wechat", Map.of("code", "of-" + openid)).expect(204);

        other.post("/auth/wechat", Map.of("code", "of-" + openid)).expect(409, "wechat-taken");
        one.post("/auth/wechat/unbind").expect(204);
        signIn("of-" + openid).expect(401, "wechat-unbound");
        other.post("/auth/wechat", Map.of("code", "of-" + openid)).expect(204);
    }

    @Test
    void aCodeThatIsNobodysIsToldFromAWeChatThatIsAway() {
        signIn("nobodys").expect(401, "wechat-code-wrong");
        for (String away : new String[] {"busy", "broken", "garbled"}) {
            Answer refused = signIn(away).expect(503, "wechat-away");
            assertThat(refused.header("Retry-After")).isPresent();
            assertThat(refused.text()).doesNotContain(FakeWeChat.SESSION_KEY);
        }
    }

    @Test
    void theSessionKeyIsNowhere() {
        Person person = people.resident(BOXING);
        Answer bound =
                person.post("/auth/wechat", Map.of("code", "of-" + openid)).expect(204);
        Answer tokens = signIn("of-" + openid).expect(200);

        assertThat(bound.text() + tokens.text()).doesNotContain(FakeWeChat.SESSION_KEY);
        assertThat(rowsThatHold(FakeWeChat.SESSION_KEY)).isZero();
        assertThat(rowsThatHold(openid)).isOne();
    }

    @Test
    void theLogTellsThatWeChatIsAwayAndNeitherKeyNorSecret() {
        try (var log = new LogLines()) {
            people.resident(BOXING)
                    .post("/auth/wechat", Map.of("code", "of-" + openid))
                    .expect(204);
            signIn("busy").expect(503, "wechat-away");
            signIn("garbled").expect(503, "wechat-away");

            assertThat(log.text())
                    .contains("errcode -1")
                    .doesNotContain(FakeWeChat.SESSION_KEY, openid, "app secret", "app%20secret");
        }
    }

    /** Rows of any table that hold this text in any column. */
    private long rowsThatHold(String text) {
        return QuarkusTransaction.requiringNew().call(() -> {
            long rows = 0;
            for (String table : session.createNativeQuery(
                            "select quote_ident(table_name) from information_schema.tables"
                                    + " where table_schema = 'public' and table_type = 'BASE TABLE'",
                            String.class)
                    .getResultList()) {
                rows += session.createNativeQuery(
                                "select count(*) from " + table + " t where position(:text in cast(t as text)) > 0",
                                Long.class)
                        .setParameter("text", text)
                        .getSingleResult();
            }
            return rows;
        });
    }

    private static Answer signIn(String code) {
        return Api.anonymous().post("/auth/token", Map.of("grant", "WECHAT", "wechatCode", code));
    }
}
