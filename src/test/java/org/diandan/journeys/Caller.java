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
final class Caller {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI api;
    private final String login;
    private String token = "";

    Caller(URI api, String login) {
        this.api = api;
        this.login = login;
    }

    /** An answer, good or not. */
    record Answer(int status, boolean replayed, String text) {

        boolean isGood() {
            return status / 100 == 2;
        }

        /** Tells whether the same request may fare better in a moment. */
        boolean isPassing() {
            return status == 503 || status == 409 && (text.contains("lost-race") || text.contains("request-in-flight"));
        }

        JsonNode json() throws IOException {
            return JSON.readTree(text);
        }
    }

    void signIn() throws IOException, InterruptedException {
        Map<String, String> body = Map.of("grant", "PASSWORD", "login", login, "password", Village.PASSWORD);
        Answer answer = send(request("/auth/token").POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        token = answer.json().get("accessToken").asText();
    }

    /** Sends a request that creates or moves something, under a key. */
    Answer post(String path, String key, Map<String, ?> body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .POST(
                        body.isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        Answer answer = send(request(path).header("Authorization", "Bearer " + token));
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** All items of a list, whose path has a query already. */
    List<JsonNode> all(String path) throws IOException, InterruptedException {
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
                .timeout(PATIENCE)
                .header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(),
                answer.headers().firstValue("Idempotency-Replayed").isPresent(),
                answer.body());
    }
}
