package org.diandan.gateways;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.util.Map;
import org.diandan.gateways.Loopback.Answered;
import org.diandan.gateways.Loopback.Asked;

/**
 * WeChat on loopback, for all tests together. The code {@code of-…} is that of the openid that follows; it answers as the
 * real one does, with {@code text/plain} and a {@code session_key}.
 */
@WithTestResource(value = FakeWeChat.class, scope = TestResourceScope.GLOBAL)
public final class FakeWeChat implements QuarkusTestResourceLifecycleManager {

    /** As the address has the secret of the tests, {@code app secret/+}. */
    private static final String IN_ADDRESS = "app%20secret%2F%2B";

    public static final String SESSION_KEY = "tiihtNczf5v6AKRyjwEUhQ==";
    static final String SECRET = "app secret/+";

    private Loopback server;

    @Override
    public Map<String, String> start() {
        server = new Loopback(FakeWeChat::answer);
        return Map.of(
                "diandan.gateways.wechat.base-url",
                server.url(),
                "diandan.gateways.wechat.app-id",
                "wx0123456789abcdef",
                "diandan.gateways.wechat.app-secret",
                SECRET);
    }

    private static Answered answer(Asked asked) {
        String code = asked.target().replaceFirst(".*js_code=([^&]*).*", "$1");
        boolean known =
                asked.target().startsWith("/sns/jscode2session?appid=wx0123456789abcdef&secret=" + IN_ADDRESS + "&");
        if (!known) {
            return text("{\"errcode\":40125,\"errmsg\":\"invalid appsecret\"}");
        }
        if (code.startsWith("of-")) {
            return text("{\"openid\":\"" + code.substring(3) + "\",\"session_key\":\"" + SESSION_KEY + "\"}");
        }
        return switch (code) {
            case "busy" -> text("{\"errcode\":-1,\"errmsg\":\"system error\"}");
            case "broken" -> new Answered(502, "text/html", "<html>");
            case "garbled" -> text("session_key " + SESSION_KEY);
            default -> text("{\"errcode\":40029,\"errmsg\":\"invalid code\"}");
        };
    }

    private static Answered text(String body) {
        return new Answered(200, "text/plain", body);
    }

    @Override
    public void stop() {
        server.close();
    }
}
