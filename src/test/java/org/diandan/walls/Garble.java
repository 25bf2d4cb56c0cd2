package org.diandan.walls;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.http.Contract.Operation;
import org.diandan.walls.Matrix.Question;

/** Takes a good request and spoils something of it, or nothing. */
final class Garble {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** As JSON. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1",
            "2147483647",
            "-2147483648",
            "9223372036854775807",
            "1.5",
            "1e400",
            "-0.0",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud83d\"",
            "\"\\u202e\"",
            "\"\uD83D\uDE00\"",
            "\"'; drop table site; --\"",
            "\"%s%n\"",
            "\"\\\\\"",
            "\"<script>\"",
            "\"=1+1\"",
            "\"2026-02-30\"",
            "\"2026-11-23T01:00:00Z\"",
            "\"0001-01-01T00:00:00Z\"",
            "\"9999-12-31T23:59:59Z\"",
            "\"2026-12-01\"",
            "\"PT0S\"",
            "\"PT-1H\"",
            "\"330106001001\"",
            "\"330106\"",
            "\"33010\"",
            "\"13710001001\"",
            "\"OTHER\"",
            "\"NORMAL\"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[\"\", \"\"]",
            "{\"a\": {}}");

    private static final List<String> SEGMENTS = List.of(
            "0",
            "null",
            "%20",
            "%00",
            "%F0%9F%98%80",
            "330106",
            "33010",
            "330106001001-001",
            "home-haircut",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final RandomGenerator random;
    private final Walls walls;
    private String last = "";

    Garble(RandomGenerator random, Walls walls) {
        this.random = random;
        this.walls = walls;
    }

    /** What was sent last. */
    String last() {
        return last;
    }

    Answer send(Api caller, Question question, Operation operation) {
        Place place = walls.at(pick(List.of(Relation.values())));
        String path = path(Asking.path(question, place));
        String body = body(question, place);
        String type = question.body().equals("JPEG")
                ? "image/jpeg"
                : question.body().equals("CSV") ? "text/csv" : "application/json";
        last = question.method() + " " + path + " " + (body.length() > 500 ? body.substring(0, 500) + "…" : body);
        Api api = caller;
        if (knows(operation, "IfMatch") && !chance(10)) {
            api = api.with("If-Match", chance(10) ? pick(List.of("\"0\"", "W/\"1\"", "x", "\"999\"")) : "*");
        }
        if (knows(operation, "IdempotencyKey") && chance(5)) {
            api = api.with("Idempotency-Key", pick(List.of("a", "b", "x y", "k".repeat(300))));
        }
        if (body.isEmpty()) {
            return api.send(question.method(), path, BodyPublishers.noBody());
        }
        return api.with("Content-Type", chance(30) ? pick(List.of("text/plain", "application/xml", "image/png")) : type)
                .send(question.method(), path, BodyPublishers.ofString(body));
    }

    /** A header that the operation does not know is nobody's business. */
    private static boolean knows(Operation operation, String parameter) {
        return operation.node().path("parameters").toString().contains("/" + parameter);
    }

    private String path(String given) {
        String path = given;
        int query = path.indexOf('?');
        String base = query < 0 ? path : path.substring(0, query);
        String rest = query < 0 ? "" : path.substring(query);
        if (chance(4)) {
            String[] parts = base.split("/");
            int which = 1 + random.nextInt(parts.length - 1);
            parts[which] = chance(2) ? id() : pick(SEGMENTS);
            base = String.join("/", parts);
        }
        if (chance(5)) {
            String name = pick(List.of(
                    "limit",
                    "cursor",
                    "state",
                    "site",
                    "view",
                    "updatedSince",
                    "from",
                    "to",
                    "center",
                    "area",
                    "role",
                    "scope",
                    "name",
                    "x"));
            String value = chance(2)
                    ? pick(List.of(
                            "0", "1", "200", "201", "-1", "x", "", "2026-11-23T00:00:00Z", "330106", "BOARD", "MINE"))
                    : URLEncoder.encode(pick(VALUES).replace("\\u0000", "\u0000"), StandardCharsets.UTF_8);
            rest += (rest.isEmpty() ? "?" : "&") + name + "=" + value;
        }
        return base + rest;
    }

    private String body(Question question, Place place) {
        String good = Asking.body(question, place);
        if (good.isEmpty() || random.nextInt(3) == 0) {
            return good;
        }
        if (!good.startsWith("{")) {
            return chance(2) ? "x".repeat(random.nextInt(2000)) : good;
        }
        if (chance(10)) {
            return good.substring(0, random.nextInt(good.length()));
        }
        try {
            return spoilt(JSON.readTree(good));
        } catch (JsonProcessingException e) {
            throw new AssertionError(good, e);
        }
    }

    private String spoilt(JsonNode body) throws JsonProcessingException {
        List<JsonNode> inner = new ArrayList<>();
        containers(body, inner);
        JsonNode where = pick(inner);
        if (where instanceof ArrayNode array) {
            switch (random.nextInt(3)) {
                case 0 -> array.removeAll();
                case 1 -> array.add(value());
                default -> {
                    for (int i = 0; i < 300; i++) {
                        array.add(array.isEmpty() ? value() : array.get(0).deepCopy());
                    }
                }
            }
        } else if (where instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = pick(names);
            switch (random.nextInt(6)) {
                case 0 -> object.remove(name);
                case 1 -> object.put(name, "长".repeat(1 + random.nextInt(3000)));
                case 2 -> object.put(name, id());
                case 3 -> object.set("surprise", value());
                default -> object.set(name, value());
            }
        }
        return body.toString();
    }

    private JsonNode value() throws JsonProcessingException {
        return JSON.readTree(pick(VALUES));
    }

    private static void containers(JsonNode node, List<JsonNode> found) {
        if (node.isContainerNode()) {
            found.add(node);
            node.forEach(each -> containers(each, found));
        }
    }

    /** Of something that is there, somewhere, or of nothing. */
    private String id() {
        Place place = walls.at(pick(List.of(Relation.values())));
        return chance(3)
                ? new UUID(random.nextLong(), random.nextLong()).toString()
                : place.get(pick(List.of(
                        "submitted",
                        "scheduled",
                        "closed",
                        "scheduledVisit",
                        "resident",
                        "team",
                        "volunteer",
                        "clerk",
                        "task",
                        "offeredOffer")));
    }

    /** Once in so many times. */
    private boolean chance(int times) {
        return random.nextInt(times) == 0;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
