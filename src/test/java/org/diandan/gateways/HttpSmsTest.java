package org.diandan.gateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.diandan.gateways.Loopback.Answered;
import org.diandan.shared.MovingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a provider on loopback. */
class HttpSmsTest {

    private static final String PHONE = "13812345678";
    private static final String NASTY = "【点单】\"验证码\" 1\\2\n{phone} & a=b";

    private static final String BODY = "{\"a\":\"{phone}{text}\"}";

    private final MovingClock clock = new MovingClock(Instant.EPOCH);
    private final AtomicReference<Answered> answer = new AtomicReference<>(Answered.json("{\"code\":0}"));
    private final Loopback provider = new Loopback(asked -> answer.get());

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void aJsonTemplateStaysJsonWhateverTheTextSays() throws Exception {
        sms(Map.of("body", "{\"to\":\"{phone}\",\"text\":\"{text}\"}", "headers.Authorization", "Bearer x"))
                .send(PHONE, NASTY);

        var asked = provider.asked().get(0);
        var body = new ObjectMapper().readTree(asked.body());
        assertThat(body.path("to").asText()).isEqualTo(PHONE);
        assertThat(body.path("text").asText()).isEqualTo(NASTY);
        assertThat(asked.headers().get("Authorization")).containsExactly("Bearer x");
        assertThat(asked.headers().get("Content-type")).containsExactly("application/json");
    }

    @Test
    void theEnvironmentMayNameTheProviderAndItsHeaders() {
        var config = new SmallRyeConfigBuilder()
                .withMapping(GatewaysConfig.class)
                .withSources(new EnvConfigSource(
                        Map.of(
                                "DIANDAN_GATEWAYS_SMS_HTTP_URL",
                                provider.url(),
                                "DIANDAN_GATEWAYS_SMS_HTTP_BODY",
                                BODY,
                                "DIANDAN_GATEWAYS_SMS_HTTP_CONTENT_TYPE",
                                "application/json; charset=utf-8",
                                "DIANDAN_GATEWAYS_SMS_HTTP_HEADERS_AUTHORIZATION",
                                "Bearer x"),
                        300))
                .build()
                .getConfigMapping(GatewaysConfig.class);
        new SmsGateways().gateway(config, new SentMessages(), clock).send(PHONE, NASTY);

        assertThat(provider.asked().get(0).headers().get("Authorization")).containsExactly("Bearer x");
    }

    @Test
    void aFormAndAnAddressAreEscapedAsSuch() {
        sms(Map.of("body", "to={phone}&text={text}", "content-type", "application/x-www-form-urlencoded"))
                .send(PHONE, NASTY);
        sms(Map.of("url", provider.url() + "/send?to={phone}&text={text}", "method", "GET"))
                .send(PHONE, NASTY);

        String form = provider.asked().get(0).body();
        String query = provider.asked().get(1).target().replaceFirst(".*\\?", "");
        for (String pairs : new String[] {form, query}) {
            assertThat(pairs.split("&")).hasSize(2);
            assertThat(URLDecoder.decode(pairs.replaceFirst(".*text=", ""), StandardCharsets.UTF_8))
                    .isEqualTo(NASTY);
        }
        assertThat(provider.asked().get(1).method()).isEqualTo("GET");
    }

    @Test
    void anAnswerThatIsNotAGoodOneIsAFailureThatSaysNothingOfTheMessage() {
        answer.set(new Answered(500, "text/plain", "cannot send " + NASTY + " to " + PHONE));

        assertThatThrownBy(() -> sms(Map.of("body", BODY)).send(PHONE, NASTY))
                .hasMessageContaining("500")
                .hasMessageNotContainingAny(PHONE, "验证码");
    }

    @Test
    void aProviderThatSaysNoWithStatus200IsUnderstood() {
        var sms = sms(Map.of("body", BODY, "accepted", "\"code\":0\\b"));
        assertThatCode(() -> sms.send(PHONE, NASTY)).doesNotThrowAnyException();

        answer.set(Answered.json("{\"code\":40013,\"message\":\"no credit\"}"));

        assertThatThrownBy(() -> sms.send(PHONE, NASTY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Timeout(30)
    void aProviderThatHangsIsWaitedForNoLongerThanSaid() throws Exception {
        try (var hanging = new Hanging("")) {
            var sms = sms(Map.of("url", hanging.url(), "body", BODY), Duration.ofMillis(200));
            assertThatThrownBy(() -> sms.send(PHONE, NASTY)).hasMessageContaining("TimeoutException");
        }
    }

    @Test
    @Timeout(30)
    void aProviderThatBeginsToAnswerAndHangsIsWaitedForNoLongerEither() throws Exception {
        try (var dripping = new Hanging("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")) {
            var sms = sms(Map.of("url", dripping.url(), "body", BODY), Duration.ofMillis(200));
            assertThatThrownBy(() -> sms.send(PHONE, NASTY)).hasMessageContaining("TimeoutException");
        }
    }

    @Test
    void aProviderThatDidNotAnswerThreeTimesIsLeftAloneForAMoment() {
        provider.close();
        var sms = sms(Map.of("body", BODY));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> sms.send(PHONE, NASTY)).hasMessageContaining("cannot be reached");
        }
        assertThatThrownBy(() -> sms.send(PHONE, NASTY)).hasMessageContaining("a moment ago");

        clock.advance(Duration.ofSeconds(5));
        assertThatThrownBy(() -> sms.send(PHONE, NASTY)).hasMessageContaining("cannot be reached");
    }

    @Test
    void noFailureSaysWhoWasToReadWhat() {
        provider.close();
        assertThatThrownBy(() -> sms(Map.of("body", BODY)).send(PHONE, NASTY))
                .hasMessageNotContainingAny(PHONE, "验证码")
                .hasNoCause();
    }

    @Test
    void aConfigurationThatMakesNoRequestIsRefusedAtTheStart() {
        assertThatThrownBy(() -> sms(Map.of("body", "{\"a\":\"{phone}\"}"))).hasMessageContaining("{text}");
        assertThatThrownBy(() -> sms(Map.of("body", "{\"a\":\"{phone}{text}{sign}\"}")))
                .hasMessageContaining("no others");
        assertThatThrownBy(() -> sms(Map.of("body", "<a>{phone}{text}</a>", "content-type", "text/xml")))
                .hasMessageContaining("content-type");
        assertThatThrownBy(() -> sms(Map.of("body", "{\"a\":\"{phone}\",\"b\":{text}}")))
                .hasMessageContaining("between quotes");
        assertThatThrownBy(() -> sms(Map.of("body", BODY, "url", "sms.example/send")))
                .hasMessageContaining("no request");
        assertThatThrownBy(() -> sms(Map.of("body", BODY, "headers.Host", "elsewhere")))
                .hasMessageContaining("no request");
    }

    private HttpSms sms(Map<String, String> settings) {
        return sms(settings, Duration.ofSeconds(5));
    }

    private HttpSms sms(Map<String, String> settings, Duration timeout) {
        Map<String, String> values = new HashMap<>();
        values.put("diandan.gateways.sms.http.url", provider.url() + "/send");
        settings.forEach((key, value) -> values.put("diandan.gateways.sms.http." + key, value));
        var config = new SmallRyeConfigBuilder()
                .withMapping(GatewaysConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(GatewaysConfig.class);
        var http = config.sms().http();
        return new HttpSms(http.url().orElseThrow(), http, new Counterpart("It", timeout, clock));
    }
}
