package org.diandan.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.walls.Matrix.Question;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No operation takes what is not well formed: each rule is broken at each value of each body of the contract by somebody
 * whom every operation lets in. What the pipes say to each fault, and where, is in {@code ProblemsTest}.
 */
@QuarkusTest
class InputTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Stands in the tree where the text has something that no tree can hold. */
    private static final String HERE = "\u2603here\u2603";

    /** A rule, broken in a text in place of a value; where there is no such value the body is left as it is. */
    enum Broken {
        A_NUL(textual("a\\u0000b")),
        A_CONTROL(textual("a\\u0007b")),
        HALF_A_SURROGATE(textual("a\\ud800b")),
        A_BIDI_OVERRIDE(textual("a\\u202eb")),
        A_BIDI_ISOLATE(textual("a\\u2066b")),
        A_NONCHARACTER(textual("a\\uffffb")),
        A_NUMBER_FOR_A_TEXT(value -> value.isTextual() ? "5" : null),
        A_TEXT_FOR_A_NUMBER(value -> value.isNumber() ? "\"" + value.asText() + "\"" : null),
        A_TEXT_FOR_A_TRUTH(value -> value.isBoolean() ? "\"true\"" : null),
        A_NUMBER_FOR_A_TRUTH(value -> value.isBoolean() ? "1" : null),
        MORE_THAN_A_DOUBLE(value -> value.isNumber() ? "1e400" : null),
        NOT_A_NUMBER(value -> value.isNumber() ? "NaN" : null),
        TOO_DEEP(value -> "[".repeat(2000) + "]".repeat(2000)),
        TOO_MANY_DIGITS(value -> value.isNumber() ? "9".repeat(100) : null);

        // A lambda without state, which the compiler cannot see.
        @SuppressWarnings("ImmutableEnumChecker")
        private final Function<JsonNode, String> instead;

        Broken(Function<JsonNode, String> instead) {
            this.instead = instead;
        }

        private static Function<JsonNode, String> textual(String inside) {
            return value -> value.isTextual() ? "\"" + inside + "\"" : null;
        }
    }

    @Inject
    Walls walls;

    @Inject
    Everybody everybody;

    private Place own;
    private Api api;

    @BeforeEach
    void theWallsStand() {
        walls.stand();
        own = walls.at(Relation.OWN);
        api = everybody.at(own).api().with(DryRun.HEADER, "1").with("If-Match", "*");
    }

    @ParameterizedTest
    @EnumSource
    void whatBreaksARuleIsRefusedWhereverItStands(Broken rule) throws IOException {
        int broken = 0;
        for (Question question : questions()) {
            JsonNode body = body(question);
            for (String pointer : leaves(body, "", new ArrayList<>())) {
                String instead = rule.instead.apply(body.at(pointer));
                if (instead != null) {
                    refused(question, with(body, pointer, HERE).replace('"' + HERE + '"', instead));
                    broken++;
                }
            }
        }
        assertThat(broken).isGreaterThan(2);
    }

    @Test
    void aFieldThatNobodyKnowsIsRefused() throws IOException {
        for (Question question : questions()) {
            for (String pointer : objects(body(question), "", new ArrayList<>())) {
                JsonNode body = body(question);
                ((ObjectNode) body.at(pointer)).put("surprise", 1);
                refused(question, body.toString());
            }
        }
    }

    @Test
    void aFieldThatStandsTwiceIsRefused() throws IOException {
        for (Question question : questions()) {
            JsonNode body = body(question);
            if (!body.isEmpty()) {
                String name = body.fieldNames().next();
                String twice = body.toString().replaceFirst("\\{", "{\"" + name + "\": " + body.get(name) + ", ");
                refused(question, twice);
            }
        }
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        for (Question question : questions()) {
            byte[] bytes = question.body().isEmpty() ? new byte[0] : "{\"a\": \"x\"}".getBytes(StandardCharsets.UTF_8);
            bytes[7] = (byte) 0xC0;
            Answer answer = api.with("Content-Type", "application/json")
                    .send(question.method(), Asking.path(question, own), BodyPublishers.ofByteArray(bytes));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws IOException {
        String large = "{\"text\": \"" + "x".repeat(1 << 20) + "\"}";
        for (Question question : questions().subList(0, 5)) {
            assertThat(send(question, large).status()).isEqualTo(413);
        }
    }

    /** A record of one text, such as a new name, would else be made of a plain one. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "image/png"})
    void aBodyThatIsNotJsonIsUnsupported(String type) throws IOException {
        for (Question question : questions()) {
            Answer answer = api.with("Content-Type", type)
                    .send(question.method(), Asking.path(question, own), BodyPublishers.ofString("{\"name\": \"x\"}"));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(415);
        }
    }

    @Test
    void aQueryIsHeldToTheSameRules() {
        for (String value : List.of("%00", "a%07", "%E2%80%AE", "%ED%A0%80", "%C0%AF", "%FF", "%EF%BF%BF")) {
            Answer answer = api.get("/residents?name=" + value);
            assertThat(answer.status()).as(value).isEqualTo(400);
        }
        api.get("/residents?surprise=1").expect(400);
        api.get("/residents?name=a&name=b").expect(400);
        api.get("/residents?limit=1e1").expect(400);
        api.get("/residents?limit=+1").expect(400);
        api.get("/orders?state=submitted").expect(400);
    }

    @Test
    void anAnswerIsNoNumberThatNobodyCanWriteDown() {
        String order = """
                {"service": "home-haircut", "site": "%s", "need": "x", "channel": "PHONE", "risksAcknowledged": 1,
                 "urgency": "NORMAL", "answers": {"wish": 1e400}}""".formatted(own.get("site"));
        Answer answer = own.resident.api().with(DryRun.HEADER, "1").post("/orders", order);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("bad-request");
    }

    /** An e with an accent is one letter, whether a telephone sends it as one or as two. */
    @Test
    void whatLooksAlikeIsAlike() {
        String apart = "Ame\u0301lie";
        String composed = "Am\u00e9lie";
        api.post(
                        "/residents",
                        Map.of(
                                "site",
                                own.get("site"),
                                "name",
                                apart,
                                "phone",
                                "13710009997",
                                "consents",
                                List.of(Map.of("purpose", "SERVICE", "version", 1, "by", "PHONE"))))
                .expect(201);
        JsonNode entered = own.clerk
                .post(
                        "/residents",
                        Map.of(
                                "site",
                                own.get("site"),
                                "name",
                                apart,
                                "phone",
                                "13710009996",
                                "consents",
                                List.of(Map.of("purpose", "SERVICE", "version", 1, "by", "PHONE"))))
                .expect(201)
                .json();
        assertThat(entered.path("name").asText()).isEqualTo(composed);
        for (String name : List.of(apart, composed)) {
            String query = "/residents?phone=13710009996&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
            assertThat(own.clerk.get(query).expect(200).json().path("items")).hasSize(1);
        }
    }

    /** The operations that take JSON. */
    private static List<Question> questions() throws IOException {
        return Matrix.all().stream()
                .flatMap(room -> room.questions().stream())
                .filter(question -> question.body().startsWith("{"))
                .toList();
    }

    private JsonNode body(Question question) throws IOException {
        return JSON.readTree(Asking.body(question, own));
    }

    private void refused(Question question, String body) {
        Answer answer = send(question, body);
        assertThat(answer.status())
                .as(question.operation() + " took " + body + ": " + answer)
                .isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("bad-request");
    }

    private Answer send(Question question, String body) {
        return api.with("Content-Type", "application/json")
                .send(question.method(), Asking.path(question, own), BodyPublishers.ofString(body));
    }

    private static String with(JsonNode body, String pointer, String value) {
        JsonNode copy = body.deepCopy();
        int last = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), TextNode.valueOf(value));
        } else {
            ((ObjectNode) parent).put(name, value);
        }
        return copy.toString();
    }

    private static List<String> leaves(JsonNode node, String pointer, List<String> found) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                leaves(node.get(i), pointer + "/" + i, found);
            }
        } else if (node.isObject()) {
            node.fields().forEachRemaining(field -> leaves(field.getValue(), pointer + "/" + field.getKey(), found));
        } else {
            found.add(pointer);
        }
        return found;
    }

    private static List<String> objects(JsonNode node, String pointer, List<String> found) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                objects(node.get(i), pointer + "/" + i, found);
            }
        } else if (node.isObject()) {
            found.add(pointer);
            node.fields().forEachRemaining(field -> objects(field.getValue(), pointer + "/" + field.getKey(), found));
        }
        return found;
    }
}
