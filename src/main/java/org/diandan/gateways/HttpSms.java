package org.diandan.gateways;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hands messages to a provider by HTTP, as the configuration says; whoever calls tries again when it throws. */
final class HttpSms implements SmsGateway {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String KNOB = "diandan.gateways.sms.http";

    /** A message that breaks out of each place that does not hold it. */
    private static final Map<String, String> TRIAL = Map.of("phone", "13800000000", "text", "\"\\,]}&=%\n点单");

    private final GatewaysConfig.Http provider;
    private final Counterpart counterpart;
    private final Template url;
    private final Optional<Template> body;
    private final Optional<Pattern> accepted;

    /** @throws IllegalStateException if the configuration makes no request that holds any phone and text */
    HttpSms(String url, GatewaysConfig.Http provider, Counterpart counterpart) {
        this.provider = provider;
        this.counterpart = counterpart;
        this.url = Template.form(url);
        this.body = provider.body().map(text -> body(provider.contentType(), text));
        this.accepted = provider.accepted().map(Pattern::compile);
        tryOut();
    }

    private static Template body(String contentType, String text) {
        return switch (contentType.split(";", 2)[0].strip()) {
            case JSON -> Template.json(text);
            case FORM -> Template.form(text);
            default -> throw new IllegalStateException(KNOB + ".content-type must be " + JSON + " or " + FORM);
        };
    }

    /** What is wrong shows at the start, not with the first message, whose text would stand in the complaint. */
    private void tryOut() {
        Set<String> places = Stream.concat(Stream.of(url), body.stream())
                .flatMap(Template::places)
                .collect(Collectors.toSet());
        if (!places.equals(TRIAL.keySet())) {
            throw new IllegalStateException(
                    KNOB + ": the URL and the body must have the places {phone} and {text} and no others");
        }
        try {
            request(TRIAL);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(KNOB + ": no request can be made of the URL, method and headers");
        }
        if (provider.contentType().startsWith(JSON)) {
            body.map(template -> template.fill(TRIAL)).ifPresent(HttpSms::checkJson);
        }
    }

    private static void checkJson(String text) {
        try {
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    KNOB + ".body must be JSON whose places stand between quotes: " + e.getOriginalMessage());
        }
    }

    @Override
    public void send(String phone, String text) {
        HttpResponse<String> answer = counterpart.ask(request(Map.of("phone", phone, "text", text)));
        boolean good = answer.statusCode() / 100 == 2
                && accepted.map(pattern -> pattern.matcher(answer.body()).find())
                        .orElse(true);
        if (!good) {
            // What it says may repeat the phone and the text, so none of it is told on.
            throw new IllegalStateException(
                    "The SMS provider did not take a message; it answered with status " + answer.statusCode());
        }
    }

    private HttpRequest request(Map<String, String> message) {
        var request = HttpRequest.newBuilder(URI.create(url.fill(message)))
                .method(
                        provider.method(),
                        body.map(template -> BodyPublishers.ofString(template.fill(message)))
                                .orElseGet(BodyPublishers::noBody));
        if (body.isPresent()) {
            request.header("Content-Type", provider.contentType());
        }
        provider.headers().forEach(request::header);
        return request.build();
    }
}
