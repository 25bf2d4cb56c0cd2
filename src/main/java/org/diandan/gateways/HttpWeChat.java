package org.diandan.gateways;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
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
class HttpWeChat implements WeChatGateway {

    private static final Logger LOG = Logger.getLogger(HttpWeChat.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private static final Template PATH = Template.form(
            "/sns/jscode2session?appid={id}&secret={secret}&js_code={code}&grant_type=authorization_code");

    /** Invalid, in use already, and of a person whom WeChat has blocked: developers.weixin.qq.com, code2Session. */
    private static final Set<Integer> NOBODY = Set.of(40029, 40163, 40226);

    private final GatewaysConfig config;
    private final ObjectMapper json;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    HttpWeChat(GatewaysConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
    }

    @Override
    public boolean isOffered() {
        return config.wechat().appId().isPresent()
                && config.wechat().appSecret().isPresent();
    }

    @Override
    public Optional<String> openid(String code) {
        String path = PATH.fill(Map.of(
                "id", config.wechat().appId().orElseThrow(),
                "secret", config.wechat().appSecret().orElseThrow(),
                "code", code));
        JsonNode answer = ask(config.wechat().baseUrl() + path);
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

    private JsonNode ask(String address) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(config.timeout())
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("WeChat answered with status " + answer.statusCode());
            }
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            // Its message would quote the answer, and with it the session_key.
            throw new IllegalStateException("WeChat answered with something that is no JSON");
        } catch (IOException e) {
            throw new IllegalStateException(
                    "WeChat cannot be reached: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while WeChat was asked");
        }
    }
}
