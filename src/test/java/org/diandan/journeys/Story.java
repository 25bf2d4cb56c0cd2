package org.diandan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.diandan.demo.Village;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.identity.People;
import org.diandan.timers.TestTime;
import org.eclipse.microprofile.config.ConfigProvider;

/** The village, and what its people do in the stories, by the API alone. */
@ApplicationScoped
class Story {

    /** Monday 23 November 2026, 09:00 in China: where the tests' clock begins. */
    static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T01:00:00Z");

    private final Village village;
    private final People people;
    private final TestTime time;
    private final EntityManager database;
    private boolean planted;

    Story(Village village, People people, TestTime time, EntityManager database) {
        this.village = village;
        this.people = people;
        this.time = time;
        this.database = database;
    }

    /** To be called before each story: the village is there, it is Monday morning, and nobody has helped this week. */
    synchronized void begin() {
        time.reset();
        if (!planted && !village.isPlanted()) {
            String server = ConfigProvider.getConfig().getValue("test.url", String.class);
            village.plant(URI.create(server.replaceAll("/$", "") + Api.BASE));
            planted = true;
        }
        QuarkusTransaction.requiringNew().run(() -> rested(account("wang")));
    }

    /** Wang helps in several stories, and nobody may come, or claim, as often as all of them together need. */
    private void rested(UUID volunteer) {
        for (String counted : List.of("engagement", "volunteer_ask")) {
            database.createNativeQuery("delete from " + counted + " where volunteer = :volunteer")
                    .setParameter("volunteer", volunteer)
                    .executeUpdate();
        }
    }

    TestTime time() {
        return time;
    }

    /** The caller whose key is in the village's plan. */
    Api as(String key) {
        return people.person(village.person(key)).api();
    }

    UUID account(String key) {
        return village.person(key);
    }

    UUID team(String key) {
        return village.team(key);
    }

    /** An order as a clerk types it who takes somebody's call. */
    Map<String, Object> call(String service, String site, String urgency, String phone) {
        Map<String, Object> body = new HashMap<>();
        body.put("service", service);
        body.put("site", site);
        body.put("need", "80多岁老人行动不便，请上门");
        body.put(
                "orderedFor",
                Map.of("name", "王秀英", "phone", phone, "address", "3号楼2单元101", "circumstances", List.of("OVER_80")));
        body.put("channel", "PHONE");
        body.put("consent", Map.of("by", "PHONE", "version", 1));
        body.put("risksAcknowledged", 1);
        body.put("urgency", urgency);
        return body;
    }

    /** An order for oneself, as the mini-program sends it. */
    Map<String, Object> own(String service, String site, String urgency) {
        Map<String, Object> body = new HashMap<>();
        body.put("service", service);
        body.put("site", site);
        body.put("need", "家里遇到困难，请帮助");
        body.put("channel", "MINI_PROGRAM");
        body.put("risksAcknowledged", 1);
        body.put("urgency", urgency);
        return body;
    }

    static Map<String, Object> wished(Instant from, Duration length) {
        return Map.of("from", from.toString(), "to", from.plus(length).toString());
    }

    UUID places(String who, Map<String, Object> order) {
        return as(who).post("/orders", order).expect(201).id();
    }

    JsonNode order(String who, UUID order) {
        return as(who).get("/orders/" + order).expect(200).json();
    }

    String stateOf(String who, UUID order) {
        return order(who, order).path("state").path("code").asText();
    }

    Answer does(String who, UUID order, String verb, Map<String, Object> body) {
        return as(who).post("/orders/" + order + "/" + verb, body);
    }

    void takesOn(String dispatcher, UUID order) {
        does(dispatcher, order, "take-on", Map.of()).expect(200);
    }

    /** The routing that waits for the leader's answer. */
    JsonNode routingOf(String leader, UUID order) {
        return items(as(leader).get("/routings?limit=200")).stream()
                .filter(line -> line.path("order").asText().equals(order.toString()))
                .filter(line -> line.path("state").asText().equals("PROPOSED"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No routing waits for " + leader));
    }

    void acceptsRouting(String leader, UUID order) {
        String routing = routingOf(leader, order).path("id").asText();
        as(leader).post("/routings/" + routing + "/accept").expect(200);
    }

    void declinesRouting(String leader, UUID order, String reason) {
        String routing = routingOf(leader, order).path("id").asText();
        as(leader)
                .post("/routings/" + routing + "/decline", Map.of("reason", reason))
                .expect(200);
    }

    /** A visit to be planned. */
    static Map<String, Object> visit(Instant from, Duration length, int people) {
        return Map.of("from", from.toString(), "to", from.plus(length).toString(), "people", people);
    }

    /** Writes the work order with the service's whole checklist. */
    void prepares(String expert, UUID order, List<Map<String, Object>> visits) {
        Answer draft = as(expert).get("/orders/" + order + "/preparation").expect(200);
        String service = order(expert, order).path("service").path("code").asText();
        List<String> checked = new ArrayList<>();
        as(expert)
                .get("/services/" + service)
                .expect(200)
                .json()
                .path("checklist")
                .forEach(point -> checked.add(point.path("code").asText()));
        as(expert)
                .with("If-Match", draft.header("ETag").orElseThrow())
                .put(
                        "/orders/" + order + "/preparation",
                        Map.of("visits", visits, "riskClass", "LOW", "checked", checked))
                .expect(200);
    }

    void signsOff(String expert, UUID order, List<Map<String, Object>> visits) {
        prepares(expert, order, visits);
        does(expert, order, "preparation/sign-off", Map.of()).expect(200);
    }

    List<JsonNode> visits(String who, UUID order) {
        return items(as(who).get("/orders/" + order + "/visits"));
    }

    /** The visit of an order that is planned next. */
    UUID nextVisit(String who, UUID order) {
        return visits(who, order).stream()
                .filter(visit -> visit.path("state").path("code").asText().equals("PLANNED"))
                .map(visit -> UUID.fromString(visit.path("id").asText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No visit is planned"));
    }

    /** Accepts the offer of a place that the volunteer was made, or claims one from the pool. */
    Answer takesPlace(String volunteer, UUID visit) {
        return items(as(volunteer).get("/offers?limit=200")).stream()
                .filter(offer -> offer.path("visit").asText().equals(visit.toString())
                        && offer.path("state").path("code").asText().equals("OPEN"))
                .findFirst()
                .map(offer -> as(volunteer)
                        .post("/offers/" + offer.path("id").asText() + "/accept", Map.of("risksAcknowledged", 1)))
                .orElseGet(() -> as(volunteer).post("/pool/" + visit + "/claim", Map.of("risksAcknowledged", 1)));
    }

    /** Checks in with the code that somebody at the door shows. */
    void checksIn(String volunteer, UUID visit, String shows) {
        String code = as(shows)
                .get("/visits/" + visit + "/code")
                .expect(200)
                .json()
                .path("code")
                .asText();
        as(volunteer)
                .post("/visits/" + visit + "/check-in", Map.of("code", code))
                .expect(200);
    }

    void checksOut(String volunteer, UUID visit) {
        as(volunteer).post("/visits/" + visit + "/check-out", Map.of()).expect(200);
    }

    Answer reports(String volunteer, UUID visit, String outcome) {
        return as(volunteer).post("/visits/" + visit + "/report", Map.of("outcome", outcome, "text", "见报告"));
    }

    /** The actions of an order's history, the oldest first, with the machine: {@code ORDER.PLACE}. */
    List<String> history(String who, UUID order) {
        return items(as(who).get("/orders/" + order + "/history?limit=200")).stream()
                .map(line -> line.path("machine").asText() + "."
                        + line.path("action").path("code").asText())
                .toList();
    }

    List<JsonNode> tasks(String who, String kind, UUID subject) {
        return items(as(who).get("/tasks?kind=" + kind + "&limit=200")).stream()
                .filter(task -> task.path("subject").asText().equals(subject.toString()))
                .toList();
    }

    static List<JsonNode> items(Answer answer) {
        JsonNode items = answer.expect(200).json().path("items");
        assertThat(items.isArray()).isTrue();
        return StreamSupport.stream(items.spliterator(), false).toList();
    }
}
