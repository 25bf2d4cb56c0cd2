package org.diandan.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.diandan.shared.Role;
import org.diandan.shared.Scope.Grant;
import org.diandan.walls.Matrix.Question;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * All that is private in the four places carries the place's mark. Here it is looked for where nobody should have it; in
 * the answers to callers from outside {@link MatrixTest} looks for it.
 */
@QuarkusTest
class CanaryTest {

    /** The tables that hold what people told about themselves, and nothing else may. */
    private static final Set<String> PRIVATE = Set.of(
            // Who they are and how they are reached.
            "account",
            "login",
            "resident",
            "volunteer",
            "invitation",
            "certificate",
            // What they asked for, and what was said and written about it.
            "orders",
            "order_entry",
            "preparation",
            "rating",
            "visit",
            "attendance",
            "offer",
            "swap",
            "volunteer_hours");

    @Inject
    Walls walls;

    @Inject
    Everybody everybody;

    @Inject
    People people;

    @Inject
    Session session;

    private Place own;

    @BeforeEach
    void theWallsStand() {
        walls.stand();
        own = walls.at(Relation.OWN);
    }

    /** Neither in events nor in timers, jobs, decisions, plans, the audit, or whatever table comes next. */
    @Test
    void whatIsPrivateIsInTheTablesThatAreForIt() {
        assertThat(tablesWithCanaries()).contains("orders", "resident").isSubsetOf(PRIVATE);
    }

    /** Not even in the tables that are for them. Fails when a column is not sealed (its line, or its converter, taken out). */
    @Test
    void noNumberStandsInClearInAnyColumn() {
        assertThat(own.get("phone")).matches("137100[1-4][0-9]{4}");
        assertThat(columnsWith("(^|[^0-9a-f])137100[1-4][0-9]{4}")).isEmpty();
    }

    /** As text, and as what the bytes of a column spell. */
    private List<String> columnsWith(String pattern) {
        return QuarkusTransaction.requiringNew().timeout(60).call(() -> {
            List<String> found = new ArrayList<>();
            for (Object[] column : session.createNativeQuery(
                            "select table_name, column_name, data_type from information_schema.columns"
                                    + " where table_schema = current_schema()",
                            Object[].class)
                    .getResultList()) {
                String name = "\"" + column[1] + "\"";
                String text =
                        column[2].equals("bytea") ? "encode(" + name + ", 'escape')" : "cast(" + name + " as text)";
                if (session.createNativeQuery(
                                "select exists (select from \"" + column[0] + "\" where " + text + " ~ :pattern)",
                                Boolean.class)
                        .setParameter("pattern", pattern)
                        .getSingleResult()) {
                    found.add(column[0] + "." + column[1]);
                }
            }
            return found;
        });
    }

    private Set<String> tablesWithCanaries() {
        return QuarkusTransaction.requiringNew().timeout(60).call(() -> {
            Set<String> found = new TreeSet<>();
            for (String table : session.createNativeQuery(
                            "select table_name from information_schema.tables where table_schema = current_schema()"
                                    + " and table_type = 'BASE TABLE'",
                            String.class)
                    .getResultList()) {
                boolean any = session.createNativeQuery(
                                "select exists (select from \"" + table + "\" t where cast(t as text) ~ :canary)",
                                Boolean.class)
                        .setParameter("canary", "雀[甲乙丙丁]|137100[1-4]")
                        .getSingleResult();
                if (any) {
                    found.add(table);
                }
            }
            return found;
        });
    }

    @Test
    void nothingPrivateIsLogged() throws IOException {
        List<String> logged = new ArrayList<>();
        Handler handler = new Remembering(logged);
        Logger.getLogger("").addHandler(handler);
        try {
            askEverything();
            org.jboss.logging.Logger.getLogger(CanaryTest.class).info("the handler is there");
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
        assertThat(logged).anyMatch(line -> line.contains("the handler is there"));
        assertThat(logged).noneMatch(own::isIn);
    }

    /** Good and bad: what is refused is told about too. */
    private void askEverything() throws IOException {
        Api all = everybody.at(own).api().with(DryRun.HEADER, "1").with("If-Match", "*");
        Api stale = all.with("If-Match", "\"9999\"");
        for (Matrix room : Matrix.all()) {
            for (Question question : room.questions()) {
                Asking.ask(all, Who.ADMIN, question, own);
                Asking.ask(stale, Who.ADMIN, question, own);
            }
        }
        all.post("/residents", "{\"name\": \"" + own.mark() + "\", \"phone\": \"" + own.get("phone") + "\"}")
                .expect(400);
        all.post("/residents", "{\"name\": \"" + own.mark()).expect(400);
        // The database says in its own words which row is there already.
        Map<String, ?> known = Map.of(
                "site", own.get("site"),
                "name", own.contact().get("n"),
                "phone", own.get("phone"),
                "consents", List.of(Map.of("purpose", "SERVICE", "version", 1, "by", "PHONE")));
        all.post("/residents", known);
        all.post(
                "/accounts",
                Map.of(
                        "name", own.mark(),
                        "phone", own.get("phone"),
                        "grants", List.of(Map.of("role", "CLERK", "scope", own.get("site")))));
    }

    /** The key is theirs and the answer was; what they were has ended. */
    @Test
    void anAnswerIsNotReplayedToWhoMayNotSeeItAnyMore() {
        Person clerk = people.account(own.get("center"), new Grant(Role.CLERK, own.get("site")));
        String key = "canary-" + UUID.randomUUID();
        Answer first = clerk.api()
                .with("Idempotency-Key", key)
                .post("/orders/" + own.get("offered") + "/agree-time", Map.of("heardFrom", "x"));
        assertThat(own.isIn(first.expect(200).text()))
                .as("it was there to be seen")
                .isTrue();
        own.countyDispatcher
                .api()
                .with("If-Match", "*")
                .delete("/accounts/" + clerk.account() + "/grants?role=CLERK&scope=" + own.get("site"))
                .expect(204);

        Answer again = clerk.api()
                .with("Idempotency-Key", key)
                .post("/orders/" + own.get("offered") + "/agree-time", Map.of("heardFrom", "x"));
        assertThat(again.status()).as(again.toString()).isIn(403, 404);
        assertThat(own.isIn(again.text())).isFalse();
    }

    /** With a role elsewhere that lets them through the door. */
    @Test
    void anAnswerIsNotReplayedToAClerkOfAnotherVillage() {
        Person clerk = people.account(own.get("center"), new Grant(Role.CLERK, own.get("site")));
        String key = "canary-" + UUID.randomUUID();
        Api same = clerk.api().with("Idempotency-Key", key);
        String path = "/orders/" + own.get("offered") + "/agree-time";
        same.post(path, Map.of("heardFrom", "y")).expect(200);
        Api dispatcher = own.countyDispatcher.api().with("If-Match", "*");
        String grants = "/accounts/" + clerk.account() + "/grants";
        dispatcher
                .post(grants, Map.of("role", "CLERK", "scope", Relation.VILLAGE.site()))
                .expect(200);
        dispatcher.delete(grants + "?role=CLERK&scope=" + own.get("site")).expect(204);

        Answer again = same.post(path, Map.of("heardFrom", "y")).expect(404);
        assertThat(own.isIn(again.text())).isFalse();
        // Another's key is not theirs either.
        Answer other = walls.at(Relation.VILLAGE)
                .clerk
                .api()
                .with("Idempotency-Key", key)
                .post(path, Map.of("heardFrom", "y"))
                .expect(404);
        assertThat(own.isIn(other.text())).isFalse();
    }

    @Test
    void whatAnybodyMayAskTheServerTellsNothingPrivate() {
        for (String path : List.of("/health", "/health/ready", "/q/metrics", "/q/info", "/api/openapi")) {
            String text = Api.anonymous()
                    .exchange("GET", path, java.net.http.HttpRequest.BodyPublishers.noBody())
                    .text();
            assertThat(own.isIn(text)).as(path).isFalse();
        }
    }

    /** An address stands in the logs of every machine on the way. */
    @Test
    void thePlaceInAListIsAnAddressThatTellsNobodysName() {
        own.clerk.post(
                "/residents",
                Map.of(
                        "site",
                        own.get("site"),
                        "name",
                        own.mark() + "另一人",
                        "phone",
                        own.get("phone").substring(0, 7) + "0007",
                        "consents",
                        List.of(Map.of("purpose", "SERVICE", "version", 1, "by", "PHONE"))));
        String next = own.clerk
                .get("/residents?limit=1&name=" + own.get("markInUrl"))
                .expect(200)
                .json()
                .path("next")
                .asText();
        assertThat(next).isNotEmpty();
        byte[] bytes = java.util.Base64.getUrlDecoder().decode(next);
        assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain(own.mark());
    }

    private static final class Remembering extends Handler {

        private final List<String> lines;
        private final SimpleFormatter formatter = new SimpleFormatter();

        Remembering(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public synchronized void publish(LogRecord record) {
            StringBuilder line = new StringBuilder(formatter.formatMessage(record));
            for (Throwable thrown = record.getThrown(); thrown != null; thrown = thrown.getCause()) {
                line.append(' ').append(thrown);
            }
            if (record instanceof org.jboss.logmanager.ExtLogRecord own) {
                line.append(' ').append(own.getFormattedMessage());
            }
            lines.add(line.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
