package org.diandan.gateways;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Asks WeChat's {@code jscode2session}. The {@code session_key} that comes with the answer decrypts what WeChat hands to
 * the mini-program; nothing here needs it, so it is dropped unread. The address holds the secret and is never logged.
 */
@ApplicationScoped
@DefaultBean
@Startup
class HttpWeChat implements WeChatGateway {

    private static final Logger LOG = Logger.getLogger(HttpWeChat.class);

    private static final Template PATH = Template.form(
            "/sns/jscode2session?appid={id}&secret={secret}&js_code={code}&grant_type=authorization_code");

    /** Invalid, in use already, and of a person whom WeChat has blocked: developers.weixin.qq.com, code2Session. */
    private static final Set<Integer> NOBODY = Set.of(40029, 40163, 40226);

    private final GatewaysConfig.WeChat config;
    private final ObjectMapper json;
    private final Counterpart counterpart;

    /** @throws IllegalStateException if the address is none; later it would stand in the complaint with the secret */
    HttpWeChat(GatewaysConfig config, ObjectMapper json, Clock clock) {
        this.config = config.wechat();
        this.json = json;
        this.counterpart = new Counterpart("WeChat", config.timeout(), clock);
        if (isOffered()) {
            try {
                request("code");
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException("diandan.gateways.wechat.base-url must be an address of HTTP");
            }
        }
    }

    @Override
    public boolean isOffered() {
        return config.appId().isPresent() && config.appSecret().isPresent();
    }

    @Override
    public Optional<String> openid(String code) {
        JsonNode answer = ask(request(code));
        int error = answer.path("errcode").asInt(0);
        if (NOBODY.contains(error)) {
            return Optional.empty();
        }
        String openid = answer.path("openid").asText();
        if (error != 0 || openid.isEmpty()) {
            LOG.warnf("WeChat could not tell who has a login code: errcode %d", error);
            throw new IllegalStateException("WeChat answered with errcode " + error);
        }
        return Optional.of(openid);
    }

    private HttpRequest request(String code) {
        String path = PATH.fill(Map.of(
                "id", config.appId().orElseThrow(),
                "secret", config.appSecret().orElseThrow(),
                "code", code));
        return HttpRequest.newBuilder(URI.create(config.baseUrl() + path)).build();
    }

    private JsonNode ask(HttpRequest request) {
        var answer = counterpart.ask(request);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("WeChat answered with status " + answer.statusCode());
        }
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            // Its message would quote the answer, and with it the session_key.
            throw new IllegalStateException("WeChat answered with something that is no JSON");
        }
    }
}
