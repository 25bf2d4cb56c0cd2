package org.diandan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The contract that the server serves, and the question whether an answer keeps to it: the status stands there, the body
 * is of the schema and has nothing beside it, the headers that are promised are there.
 */
public final class Contract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(Dialects.getOpenApi31());
    private static final Map<String, Schema> KNOWN = new ConcurrentHashMap<>();
    private static JsonNode served;
    private static List<Operation> operations;

    private Contract() {}

    /** An operation of the contract. */
    public record Operation(String method, String path, JsonNode node) {

        public String id() {
            return node.path("operationId").asText();
        }

        public List<String> roles() {
            List<String> roles = new ArrayList<>();
            node.path("x-roles").forEach(role -> roles.add(role.asText()));
            return roles;
        }

        /** The more of the path is said literally, the better it matches. */
        private long literals() {
            return path.chars().filter(each -> each != '{').count()
                    - path.chars().filter(each -> each == '{').count();
        }

        private boolean is(String method, String path) {
            return this.method.equals(method) && path.matches(this.path.replaceAll("\\{[^}]+}", "[^/]+"));
        }
    }

    static synchronized JsonNode document() {
        if (served == null) {
            Answer answer = Api.anonymous().exchange("GET", "/api/openapi?format=json", BodyPublishers.noBody());
            served = answer.expect(200).json();
        }
        return served;
    }

    /** All operations, in the order of the contract. */
    public static synchronized List<Operation> operations() {
        if (operations == null) {
            List<Operation> found = new ArrayList<>();
            document().path("paths").fields().forEachRemaining(path -> path.getValue()
                    .fields()
                    .forEachRemaining(method -> {
                        if (method.getValue().has("responses")) {
                            found.add(new Operation(
                                    method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
                        }
                    }));
            operations = List.copyOf(found);
        }
        return operations;
    }

    static void check(String method, String path, Answer answer) {
        String target = Api.BASE + path.replaceFirst("\\?.*", "");
        Optional<Operation> operation = operations().stream()
                .filter(each -> each.is(method, target))
                .max(Comparator.comparing(Operation::literals));
        if (operation.isEmpty()) {
            if (answer.status() >= 400) {
                checkProblem(answer);
            }
            return;
        }
        JsonNode responses = operation.get().node().path("responses");
        JsonNode response = resolved(responses.path(Integer.toString(answer.status())));
        if (response.isMissingNode() && answer.status() >= 400) {
            response = resolved(responses.path("default"));
        }
        assertThat(response.isMissingNode()).as("Undocumented: " + answer).isFalse();
        checkHeaders(response, answer);
        checkBody(operation.get(), response, answer);
    }

    private static void checkHeaders(JsonNode response, Answer answer) {
        response.path("headers").fieldNames().forEachRemaining(name -> {
            if (!name.equals(Idempotent.REPLAYED)) {
                assertThat(answer.header(name))
                        .as("Header " + name + " of " + answer)
                        .isPresent();
            }
        });
    }

    private static void checkBody(Operation operation, JsonNode response, Answer answer) {
        if (!response.has("content")) {
            assertThat(answer.text()).as("Body of " + answer).isEmpty();
            return;
        }
        String type = answer.header("Content-Type").orElse("none").replaceFirst(";.*", "");
        JsonNode content = response.path("content").path(type);
        assertThat(content.isMissingNode())
                .as("Content type " + type + " of " + answer)
                .isFalse();
        if (type.endsWith("json")) {
            if (answer.status() >= 400) {
                checkProblem(answer);
            }
            validate(operation.id() + " " + answer.status() + " " + type, content.path("schema"), answer);
        }
    }

    private static void checkProblem(Answer answer) {
        assertThat(answer.header("Content-Type")).as(answer.toString()).hasValue(Problem.MEDIA_TYPE);
        assertThat(answer.json().path("status").asInt()).as(answer.toString()).isEqualTo(answer.status());
        validate("problem", JSON.createObjectNode().put("$ref", "#/components/schemas/Problem"), answer);
    }

    private static void validate(String name, JsonNode node, Answer answer) {
        Schema schema = KNOWN.computeIfAbsent(name, any -> {
            ObjectNode whole = node.deepCopy();
            whole.set("$defs", closed());
            return SCHEMAS.getSchema(tree(JSON, whole.toString().replace("#/components/schemas/", "#/$defs/")));
        });
        List<Error> errors = schema.validate(
                answer.json(), execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)));
        assertThat(errors).as("Not as the contract says: " + answer).isEmpty();
    }

    /** An answer may gain properties from one version to the next; in a test it has those that are written down. */
    private static JsonNode closed() {
        ObjectNode schemas = document().path("components").path("schemas").deepCopy();
        schemas.fields().forEachRemaining(schema -> {
            ObjectNode node = (ObjectNode) schema.getValue();
            if (!schema.getKey().equals("Problem") && node.has("properties") && !node.has("additionalProperties")) {
                node.put("additionalProperties", false);
            }
        });
        return schemas;
    }

    static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document().at(node.path("$ref").asText().substring(1)) : node;
    }

    static JsonNode tree(ObjectMapper mapper, String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
