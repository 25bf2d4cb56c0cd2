package org.diandan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;

/** What the API answered. */
public final class Answer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpResponse<String> response;

    Answer(HttpResponse<String> response) {
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    public String text() {
        return response.body();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The body as a tree; a missing node if there is none. */
    public JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + this, e);
        }
    }

    /** The id that the body carries. */
    public UUID id() {
        return UUID.fromString(json().path("id").asText());
    }

    /** The last part of a problem's type. */
    public String problem() {
        return json().path("type").asText().replaceFirst(".*:", "");
    }

    /** This answer, if it has the status. */
    public Answer expect(int status) {
        assertThat(status()).as(toString()).isEqualTo(status);
        return this;
    }

    /** This answer, if it is this problem. */
    public Answer expect(int status, String problem) {
        expect(status);
        assertThat(problem()).as(toString()).isEqualTo(problem);
        return this;
    }

    @Override
    public String toString() {
        return response.request().method() + " " + response.uri() + " -> " + status() + " " + text();
    }
}
