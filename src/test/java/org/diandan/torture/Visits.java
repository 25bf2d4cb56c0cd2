package org.diandan.torture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.journeys.Caller;
import org.diandan.journeys.Caller.Answer;
import org.diandan.journeys.Program;

/** Visits that seek volunteers: orders of haircuts, brought there by the people of the demo. */
final class Visits {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CENTER = "371625";

    private final Caller clerk;
    private final Caller leader;
    private final Caller barber;
    private final Caller dispatcher;
    private final UUID team;
    private int orders;

    Visits(Program program) throws Exception {
        clerk = signedIn(program, "clerk-jinxiu");
        leader = signedIn(program, "leader-convenience");
        barber = signedIn(program, "barber");
        dispatcher = signedIn(program, "dispatcher-boxing");
        letThemHelpOften();
        // What is wanted here is more than a team of the demo would ever take on, and sooner answered.
        program.sql("update team_slot set capacity = 1000");
        program.sql("update time_limit set steps = 'PT3S' where time_limit = 'DIRECT_OFFER' and urgency = 'PLANNED'");
        // Offers are made by day.
        program.sql("update time_limit set quiet_from = null, quiet_until = null where quiet_from is not null");
        try (var connection = program.connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select id from team where name = '博昌便民服务队'")) {
            row.next();
            team = row.getObject(1, UUID.class);
        }
    }

    private static Caller signedIn(Program program, String login) throws IOException, InterruptedException {
        var caller = new Caller(program.api(), login);
        caller.signIn();
        return caller;
    }

    /** A Center that lets everybody do as much as the rules can say. */
    private void letThemHelpOften() throws Exception {
        String path = "/centers/" + CENTER + "/policy";
        Answer policy = dispatcher.send("GET", path, Map.of());
        ObjectNode rules = policy.json().at("/policy/rules").deepCopy();
        ((ObjectNode) rules.path("offers"))
                .put("visitsAWeek", 50)
                .put("unansweredADay", 20)
                .put("claimsADay", 50)
                .put("claimsAhead", 50);
        Answer set = dispatcher.send(
                "PUT",
                path,
                Map.of("reason", "Torture", "rules", JSON.convertValue(rules, Map.class)),
                "If-Match",
                policy.tag());
        if (!set.isGood()) {
            throw new IOException("The policy: " + set);
        }
    }

    Caller dispatcher() {
        return dispatcher;
    }

    UUID team() {
        return team;
    }

    /** So many visits of an hour each, at ten times of one day, that need one to three people. */
    List<UUID> open(int many) throws Exception {
        Instant begin = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(3));
        List<UUID> visits = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            // Half an hour between one and the next, for the way.
            visits.add(open(begin.plus(Duration.ofMinutes(90L * (i % 10))), 1 + i % 3));
        }
        return visits;
    }

    private UUID open(Instant from, int people) throws Exception {
        orders++;
        JsonNode placed = clerk.does("/orders", Orders.order("home-haircut", Helpers.SITE, "PLANNED", orders));
        String order = "/orders/" + placed.path("id").asText();
        if (placed.at("/state/code").asText().equals("SUBMITTED")) {
            dispatcher.does(order + "/take-on", Map.of("checkedSimilar", true));
        }
        accept(placed.path("id").asText());
        sign(order, from, people);
        clerk.does(order + "/agree-time", Map.of("heardFrom", "居民"));
        return UUID.fromString(
                clerk.get(order + "/visits").path("items").path(0).path("id").asText());
    }

    private void accept(String order) throws Exception {
        for (JsonNode routing : leader.get("/routings?limit=200").path("items")) {
            if (routing.path("order").asText().equals(order)
                    && routing.path("state").asText().equals("PROPOSED")) {
                leader.does("/routings/" + routing.path("id").asText() + "/accept", Map.of());
                return;
            }
        }
        throw new IllegalStateException("No routing waits for the leader");
    }

    private void sign(String order, Instant from, int people) throws Exception {
        List<String> checked = new ArrayList<>();
        barber.get("/services/home-haircut")
                .path("checklist")
                .forEach(point -> checked.add(point.path("code").asText()));
        Map<String, Object> visit = Map.of(
                "from", from.toString(), "to", from.plus(Duration.ofHours(1)).toString(), "people", people);
        String path = order + "/preparation";
        Answer written = barber.send(
                "PUT",
                path,
                Map.of("visits", List.of(visit), "riskClass", "LOW", "checked", checked),
                "If-Match",
                barber.send("GET", path, Map.of()).tag());
        if (!written.isGood()) {
            throw new IOException("The work order: " + written);
        }
        barber.does(path + "/sign-off", Map.of());
    }
}
