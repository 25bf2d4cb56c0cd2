package org.diandan.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A caller of the API, as tests have it: {@code api.post("/orders", body).expect(201).json()}. Paths are below
 * {@code /api/v1}. Each answer is held against the contract.
 */
public final class Api {

    public static final String BASE = "/api/v1";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Map<String, String> headers;

    private Api(Map<String, String> headers) {
        this.headers = Map.copyOf(headers);
    }

    /** Nobody in particular. */
    public static Api anonymous() {
        return new Api(Map.of());
    }

    /** The holder of an access token. */
    public static Api bearing(String token) {
        return anonymous().with("Authorization", "Bearer " + token);
    }

    /** The same caller, sending this header too. */
    public Api with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Api(more);
    }

    /** The same caller, reading another language, such as {@code en}. */
    public Api in(String language) {
        return with("Accept-Language", language);
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** Posts nothing, to a verb that takes no body. */
    public Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    /** Posts a record, a map or a tree as JSON; a text as it is. */
    public Answer post(String path, Object body) {
        return json("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return json("PUT", path, body);
    }

    public Answer patch(String path, Object body) {
        return json("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    private Answer json(String method, String path, Object body) {
        Api typed = headers.containsKey("Content-Type") ? this : with("Content-Type", "application/json");
        return typed.send(method, path, BodyPublishers.ofString(text(body), StandardCharsets.UTF_8));
    }

    /** Sends whatever it is. */
    public Answer send(String method, String path, BodyPublisher body) {
        Answer answer = exchange(method, BASE + path, body);
        Contract.check(method, path, answer);
        return answer;
    }

    /** Sends to any path of the server, below the API or not, without a look into the contract. */
    public Answer exchange(String method, String path, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(server() + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        headers.forEach(request::header);
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object body) {
        try {
            return body instanceof String text
                    ? text
                    : Arc.container().instance(ObjectMapper.class).get().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String server() {
        String url = ConfigProvider.getConfig().getValue("test.url", String.class);
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
