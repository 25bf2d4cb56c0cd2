package org.diandan.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.diandan.journeys.Caller.Answer;
import org.diandan.journeys.Program;
import org.diandan.torture.Helpers.Helper;

/**
 * Sixty-four volunteers claim, accept and give back the places of the same few visits, while offers expire: no place has
 * two holders, and each answer of 200 is one row of the history.
 */
final class Claims implements Trial {

    private static final int CLIENTS = 64;
    private static final int VISITS_A_ROUND = 30;

    @Override
    public String name() {
        return "claims";
    }

    @Override
    public void run(Setting setting, Findings findings) throws Exception {
        int rounds = setting.size().pick(1, 667);
        int attempts = setting.size().pick(3_200, 1_500);
        try (var helpers = new Helpers();
                var program = new Program(setting.folder(), helpers.settings());
                var crowd = new Crowd()) {
            program.start();
            var visits = new Visits(program);
            List<Helper> all = helpers.signUp(program, CLIENTS, visits.dispatcher(), visits.team());
            for (int round = 0; round < rounds; round++) {
                var rush = new Rush(visits.open(VISITS_A_ROUND), findings);
                int seed = round * CLIENTS;
                crowd.all(CLIENTS, client -> {
                    rush.work(all.get(client), attempts / CLIENTS, setting.random(seed + client));
                    return null;
                });
                rush.judge(program);
                rest(program);
            }
            findings.tell("clients", CLIENTS);
            findings.tell("visits", rounds * VISITS_A_ROUND);
        }
    }

    /** A new week: nobody is taken, and nobody has claimed enough. */
    private static void rest(Program program) throws Exception {
        program.sql("delete from engagement");
        program.sql("delete from volunteer_ask");
    }

    @Override
    public String takenOut() {
        return "the guard of the update: places are read, then counted on";
    }

    @Override
    public void control(Setting setting, Findings findings) throws Exception {
        try (var program = new Program(setting.folder(), Map.of());
                var crowd = new Crowd()) {
            program.start();
            try (var connection = program.connection();
                    var statement = connection.createStatement()) {
                statement.execute("create table torture_place (id int primary key, needed int, taken int)");
                statement.execute("create table torture_holder (place int, client int)");
                statement.execute("insert into torture_place select id, 1 + id % 3, 0 from generate_series(1, 200) id");
            }
            crowd.all(16, client -> {
                try (var connection = program.connection()) {
                    connection.setAutoCommit(false);
                    for (int place = 1; place <= 200; place++) {
                        take(connection, place, client);
                    }
                }
                return null;
            });
            try (var connection = program.connection();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("select p.id, needed, count(h.place) from torture_place p"
                            + " join torture_holder h on h.place = p.id group by p.id order by p.id")) {
                while (row.next()) {
                    judge("place " + row.getInt(1), row.getInt(2), row.getInt(3), findings);
                }
            }
        }
    }

    private static void take(Connection connection, int place, int client) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select needed > taken from torture_place where id = " + place)) {
            row.next();
            if (row.getBoolean(1)) {
                statement.executeUpdate("insert into torture_holder values (%d, %d)".formatted(place, client));
                statement.executeUpdate("update torture_place set taken = taken + 1 where id = " + place);
            }
        }
        connection.commit();
    }

    private static void judge(String what, int places, int holders, Findings findings) {
        findings.check(holders <= places, what + " has " + holders + " holders for " + places + " places");
    }

    /** The visits that all want, and what was acknowledged to whom. */
    private static final class Rush {

        private final List<UUID> visits;
        private final Findings findings;
        private final Map<UUID, Integer> joined = new ConcurrentHashMap<>();
        private final Map<UUID, Integer> withdrawn = new ConcurrentHashMap<>();

        Rush(List<UUID> visits, Findings findings) {
            this.visits = visits;
            this.findings = findings;
        }

        void work(Helper helper, int attempts, RandomGenerator random) throws Exception {
            var stubborn = new Stubborn(helper.caller());
            List<UUID> held = new ArrayList<>();
            for (int attempt = 0; attempt < attempts; attempt++) {
                String key = UUID.randomUUID().toString();
                int what = random.nextInt(4);
                if (what == 0 && !held.isEmpty()) {
                    UUID visit = held.remove(random.nextInt(held.size()));
                    Answer answer = stubborn.post("/visits/" + visit + "/withdraw", key, Map.of("reason", "ILL"));
                    count("withdrawals", answer, visit, withdrawn);
                } else if (what == 1) {
                    accept(helper, stubborn, key, held);
                } else {
                    UUID visit = visits.get(random.nextInt(visits.size()));
                    Answer answer = stubborn.post("/pool/" + visit + "/claim", key, Map.of("risksAcknowledged", 1));
                    if (count("claims", answer, visit, joined)) {
                        held.add(visit);
                    }
                }
            }
        }

        private void accept(Helper helper, Stubborn stubborn, String key, List<UUID> held) throws Exception {
            Answer offers = helper.caller().send("GET", "/offers?limit=200", Map.of());
            for (JsonNode offer : offers.json().path("items")) {
                UUID visit = UUID.fromString(offer.path("visit").asText());
                if (offer.at("/state/code").asText().equals("OPEN") && visits.contains(visit)) {
                    String path = "/offers/" + offer.path("id").asText() + "/accept";
                    Answer answer = stubborn.post(path, key, Map.of("risksAcknowledged", 1));
                    if (count("accepts", answer, visit, joined)) {
                        held.add(visit);
                    }
                    return;
                }
            }
        }

        private boolean count(String what, Answer answer, UUID visit, Map<UUID, Integer> acknowledged) {
            findings.add(what, 1);
            findings.add(what + " " + answer.status(), 1);
            if (answer.isGood()) {
                acknowledged.merge(visit, 1, Integer::sum);
            } else {
                findings.check(answer.status() == 409 || answer.status() == 404, what + ": " + answer);
            }
            return answer.isGood();
        }

        void judge(Program program) throws Exception {
            try (var connection = program.connection();
                    var statement = connection.prepareStatement("""
                            select v.needed, v.taken, count(*) filter (where a.state = 'EXPECTED'), count(a.id),
                                   count(*) filter (where a.state = 'WITHDRAWN'),
                                   (select count(*) from order_entry e where e.center = v.center
                                       and e.order_id = v.order_id and e.machine = 'ATTENDANCE' and e.action = 'JOIN')
                              from visit v left join attendance a on a.center = v.center and a.visit_id = v.id
                             where v.id = ? group by v.center, v.id, v.needed, v.taken, v.order_id""")) {
                for (UUID visit : visits) {
                    statement.setObject(1, visit);
                    try (var row = statement.executeQuery()) {
                        row.next();
                        String what = "visit " + visit;
                        Claims.judge(what, row.getInt(1), row.getInt(3), findings);
                        same(what + ": places counted and holders", row.getInt(2), row.getInt(3));
                        same(what + ": acknowledged and joined", joined.getOrDefault(visit, 0), row.getInt(4));
                        same(what + ": acknowledged and withdrawn", withdrawn.getOrDefault(visit, 0), row.getInt(5));
                        same(what + ": joined and told in the history", row.getInt(4), row.getInt(6));
                        findings.add("joined", row.getInt(4));
                    }
                }
            }
            try (var connection = program.connection();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("select count(*) from offer where state = 'EXPIRED'")) {
                row.next();
                findings.tell("expiredOffers", row.getInt(1));
            }
        }

        private void same(String what, int one, int other) {
            findings.check(one == other, what + ": " + one + " and " + other);
        }
    }
}
