package org.diandan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diandan.demo.Village;

/** One of the demo's people at a telephone that shares nothing with the program but the wire. */
public final class Caller {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A connection for each request under way, as that many phones would have. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI api;
    private final String login;
    private Duration patience = PATIENCE;
    private String token = "";

    /** One who signs in by a password. */
    public Caller(URI api, String login) {
        this.api = api;
        this.login = login;
    }

    /** One who has a token already; an empty one is nobody's. */
    public static Caller bearing(URI api, String token) {
        var caller = new Caller(api, "");
        caller.token = token;
        return caller;
    }

    /** What it shows to be let in. */
    public String token() {
        return token;
    }

    /** The same caller, who waits for an answer no longer than this. */
    public Caller within(Duration time) {
        Caller impatient = bearing(api, token);
        impatient.patience = time;
        return impatient;
    }

    /**
     * An answer, good or not.
     *
     * @param tag the entity tag, or nothing
     */
    public record Answer(int status, boolean replayed, String tag, String retryAfter, String text) {

        public boolean isGood() {
            return status / 100 == 2;
        }

        /** Tells whether the same request may fare better in a moment. */
        public boolean isPassing() {
            return status == 503 || status == 409 && (text.contains("lost-race") || text.contains("request-in-flight"));
        }

        public JsonNode json() throws IOException {
            return JSON.readTree(text);
        }
    }

    public void signIn() throws IOException, InterruptedException {
        Map<String, String> body = Map.of("grant", "PASSWORD", "login", login, "password", Village.PASSWORD);
        Answer answer = send(request("/auth/token").POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
        if (!answer.isGood()) {
            throw new IOException("Signing in as " + login + ": " + answer);
        }
        token = answer.json().get("accessToken").asText();
    }

    /** Sends a request that creates or moves something, under a key. */
    public Answer post(String path, String key, Map<String, ?> body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .POST(
                        body.isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Sends whatever it is, with these headers, names and values in turn. */
    public Answer send(String method, String path, Map<String, ?> body, String... headers)
            throws IOException, InterruptedException {
        var request = request(path)
                .method(
                        method,
                        body.isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Posts something that has to succeed. */
    public JsonNode does(String path, Map<String, ?> body) throws IOException, InterruptedException {
        Answer answer = send("POST", path, body);
        if (!answer.isGood()) {
            throw new IOException("POST " + path + " " + answer);
        }
        return JSON.readTree(answer.text().isEmpty() ? "{}" : answer.text());
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        Answer answer = send(request(path).header("Authorization", "Bearer " + token));
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** All items of a list, whose path has a query already. */
    public List<JsonNode> all(String path) throws IOException, InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = get(path + "&limit=200");
        page.get("items").forEach(items::add);
        while (page.hasNonNull("next")) {
            page = get(path + "&limit=200&cursor=" + page.get("next").asText());
            page.get("items").forEach(items::add);
        }
        return items;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path))
                .timeout(patience)
                .header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(),
                answer.headers().firstValue("Idempotency-Replayed").isPresent(),
                answer.headers().firstValue("ETag").orElse(""),
                answer.headers().firstValue("Retry-After").orElse(""),
                answer.body());
    }
}
