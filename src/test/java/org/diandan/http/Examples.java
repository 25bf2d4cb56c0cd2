package org.diandan.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.diandan.http.Contract.Operation;

/** What somebody could send who has read the contract: of the right form, about a Center where nothing is. */
final class Examples {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An order, or whatever is asked for, of the Center 640998, as {@code Ids} would have made it. */
    private static final String ELSEWHERE = "01a21206-5a19-79c7-b980-7a5d9a9e5c01";

    private static final List<String> TEXTS = List.of(
            "640998",
            "640998001002",
            "13800000000",
            "123456",
            "08:00",
            "2026-12-01",
            "PT1H",
            "home-haircut",
            "HAIRDRESSER");

    private Examples() {}

    /** The operation's path with something of another Center in it. */
    static String path(Operation operation) {
        String path = operation.path();
        for (JsonNode parameter : operation.node().path("parameters")) {
            if (parameter.path("in").asText().equals("path")) {
                path = path.replace(
                        "{" + parameter.path("name").asText() + "}",
                        example(parameter.path("schema")).asText());
            }
        }
        return path;
    }

    /** A whole body, if it takes JSON. */
    static String body(Operation operation) {
        JsonNode content = operation.node().path("requestBody").path("content").path("application/json");
        return content.isMissingNode() ? "" : example(content.path("schema")).toString();
    }

    private static JsonNode example(JsonNode given) {
        JsonNode schema = Contract.resolved(given);
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.has(choice)) {
                return example(schema.path(choice).get(0));
            }
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        return switch (type(schema)) {
            case "object" -> object(schema);
            case "array" -> JSON.createArrayNode().add(example(schema.path("items")));
            case "integer", "number" ->
                JSON.getNodeFactory()
                        .numberNode(Math.max(1, schema.path("minimum").asInt()));
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            default -> JSON.getNodeFactory().textNode(text(schema));
        };
    }

    private static JsonNode object(JsonNode schema) {
        var object = JSON.createObjectNode();
        Iterator<Map.Entry<String, JsonNode>> properties =
                schema.path("properties").fields();
        properties.forEachRemaining(property -> object.set(property.getKey(), example(property.getValue())));
        return object;
    }

    private static String text(JsonNode schema) {
        switch (schema.path("format").asText()) {
            case "uuid":
                return ELSEWHERE;
            case "date-time":
                return "2026-12-01T01:00:00Z";
            case "date":
                return "2026-12-01";
            case "duration":
                return "PT1H";
            default:
                Pattern pattern = Pattern.compile(schema.path("pattern").asText());
                int least = schema.path("minLength").asInt();
                return TEXTS.stream()
                        .filter(text ->
                                text.length() >= least && pattern.matcher(text).matches())
                        .findFirst()
                        .orElse("某".repeat(Math.max(1, least)));
        }
    }

    /** A type may be one of several, null among them. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asText)
                        .filter(each -> !each.equals("null"))
                        .findFirst()
                        .orElse("string")
                : type.asText();
    }
}
