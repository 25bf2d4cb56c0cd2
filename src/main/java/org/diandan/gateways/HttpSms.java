package org.diandan.gateways;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Hands messages to a provider by HTTP, as the configuration says; whoever calls tries again when it throws. */
final class HttpSms implements SmsGateway {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final GatewaysConfig.Http provider;
    private final Duration timeout;
    private final Template url;
    private final Optional<Template> body;
    private final Optional<Pattern> accepted;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    /** @throws IllegalStateException if the template would send nobody anything */
    HttpSms(String url, GatewaysConfig.Http provider, Duration timeout) {
        this.provider = provider;
        this.timeout = timeout;
        this.url = Template.form(url);
        this.body = provider.body().map(text -> body(provider.contentType(), text));
        this.accepted = provider.accepted().map(Pattern::compile);
        String all = url + provider.body().orElse("");
        if (!all.contains("{phone}") || !all.contains("{text}")) {
            throw new IllegalStateException(
                    "diandan.gateways.sms.http: the URL or the body must have the places {phone} and {text}");
        }
    }

    private static Template body(String contentType, String text) {
        return switch (contentType.split(";", 2)[0].strip()) {
            case JSON -> Template.json(text);
            case FORM -> Template.form(text);
            default ->
                throw new IllegalStateException(
                        "diandan.gateways.sms.http.content-type must be " + JSON + " or " + FORM);
        };
    }

    @Override
    public void send(String phone, String text) {
        Map<String, String> values = Map.of("phone", phone, "text", text);
        var request = HttpRequest.newBuilder(URI.create(url.fill(values)))
                .timeout(timeout)
                .method(
                        provider.method(),
                        body.map(template -> BodyPublishers.ofString(template.fill(values)))
                                .orElseGet(BodyPublishers::noBody));
        if (body.isPresent()) {
            request.header("Content-Type", provider.contentType());
        }
        provider.headers().forEach(request::header);
        check(exchange(request.build()));
    }

    /** What the provider says may repeat the phone and the text, so none of it goes into the exception. */
    private void check(HttpResponse<String> answer) {
        boolean good = answer.statusCode() / 100 == 2
                && accepted.map(pattern -> pattern.matcher(answer.body()).find())
                        .orElse(true);
        if (!good) {
            throw new IllegalStateException(
                    "The SMS provider did not take a message; it answered with status " + answer.statusCode());
        }
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The SMS provider cannot be reached: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a message was handed to the SMS provider");
        }
    }
}
