package org.diandan.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.diandan.keys.Keys;
import org.diandan.keys.SealedColumn;
import org.diandan.shared.Ids;
import org.diandan.shared.Role;
import org.diandan.shared.Scope.Grant;
import org.diandan.sites.TestSites;
import org.hibernate.Session;

/**
 * People of whom something stands in every column that tells of somebody. What they can say themselves they say by the API;
 * the rest is written into the tables, each column with a mark of its own.
 */
@ApplicationScoped
class Planting {

    static final String SITE = "371621003010";
    static final String CENTER = "371621";

    /** What every planted text begins with. */
    static final String SEED = "植株";

    private final People people;
    private final TestSites sites;
    private final Session session;
    private final Keys keys;
    private final Ids ids;

    Planting(People people, TestSites sites, Session session, Keys keys, Ids ids) {
        this.people = people;
        this.sites = sites;
        this.session = session;
        this.keys = keys;
        this.ids = ids;
    }

    /**
     * Somebody of whom everything is known.
     *
     * @param marks what stands of them where, by column
     */
    record Planted(Person person, UUID resident, UUID order, UUID visit, Map<String, String> marks) {}

    /**
     * Plants somebody.
     *
     * @param seed what the texts begin with, to tell one from another
     * @param other somebody else, who has to do with all of it
     */
    Planted plant(String seed, Person other) {
        sites.ensure(SITE);
        Map<String, String> marks = new LinkedHashMap<>();
        String phone = People.phone();
        Person person =
                people.reachable(mark(seed, "account.name", marks), phone, CENTER, new Grant(Role.RESIDENT, ""));
        marks.put("account.phone", phone);
        marks.put("login.value", phone);
        UUID resident = asResident(seed, person, phone, marks);
        asVolunteer(seed, person, marks);
        UUID order = ids.of(CENTER);
        UUID visit = ids.of(CENTER);
        QuarkusTransaction.requiringNew().run(() -> {
            Rows rows = new Rows(seed, marks);
            whatOpensSomething(rows, person.account(), other.account());
            anOrder(rows, person.account(), resident, order, other.account());
            aVisit(rows, person.account(), resident, order, visit, other.account());
            whatTheStaffKeeps(rows, person.account(), resident, order, other.account());
        });
        return new Planted(person, resident, order, visit, marks);
    }

    private static String mark(String seed, String column, Map<String, String> marks) {
        String mark = seed + column;
        marks.put(column, mark);
        return mark;
    }

    private UUID asResident(String seed, Person person, String phone, Map<String, String> marks) {
        var me = person.get("/residents/me").expect(200);
        String path = "/residents/" + me.id();
        for (String purpose : List.of("SERVICE", "CIRCUMSTANCES")) {
            person.post(path + "/consents", Map.of("purpose", purpose, "version", 1, "by", "SELF"))
                    .expect(200);
        }
        person.patch(
                        person.get("/residents/me"),
                        path,
                        Map.of(
                                "name", mark(seed, "resident.name", marks),
                                "site", SITE,
                                "address", mark(seed, "resident.address", marks),
                                "circumstances", List.of("LEFT_BEHIND")))
                .expect(200);
        marks.put("resident.phone", phone);
        marks.put("resident_circumstance.circumstance", "LEFT_BEHIND");
        person.post(path + "/proxies", Map.of("relation", "NEIGHBOUR")).expect(201);
        return me.id();
    }

    private void asVolunteer(String seed, Person person, Map<String, String> marks) {
        String guardianPhone = People.phone();
        marks.put("volunteer.guardian_phone", guardianPhone);
        marks.put("volunteer.born_on", "2010-05-01");
        marks.put("volunteer.sex", "FEMALE");
        person.post(
                        "/volunteers",
                        Map.of(
                                "name",
                                mark(seed, "volunteer.name", marks),
                                "bornOn",
                                "2010-05-01",
                                "sex",
                                "FEMALE",
                                "site",
                                SITE,
                                "guardian",
                                Map.of(
                                        "name",
                                        mark(seed, "volunteer.guardian_name", marks),
                                        "phone",
                                        guardianPhone,
                                        "consents",
                                        true),
                                "consent",
                                Map.of("version", 1)))
                .expect(201);
        person.post(
                        "/volunteers/" + person.account() + "/certificates",
                        Map.of(
                                "kind",
                                "LAWYER",
                                "number",
                                mark(seed, "certificate.number", marks),
                                "issuer",
                                mark(seed, "certificate.issuer", marks),
                                "evidence",
                                mark(seed, "certificate.evidence", marks),
                                "validFrom",
                                "2020-01-01",
                                "validUntil",
                                "2030-12-31"))
                .expect(201);
    }

    private void whatOpensSomething(Rows rows, UUID account, UUID other) {
        rows.insert("password", Map.of("account", account), "hash");
        rows.insert("second_factor", Map.of("account", account), "secret");
        rows.insert(
                "session",
                Map.of("account", account, "token_hash", UUID.randomUUID().toString()),
                "previous_hash");
        rows.insert("login", Map.of("account", account, "kind", "NAME", "value", rows.seed + account));
        rows.insert(
                "invitation",
                Map.of(
                        "account",
                        account,
                        "role",
                        "CLERK",
                        "scope",
                        SITE,
                        "invited_by",
                        other,
                        "accepted_at",
                        new Moment(),
                        "phone",
                        "19800000000",
                        "code_hash",
                        UUID.randomUUID().toString()),
                "name");
        rows.insert(
                "idempotency_key", Map.of("account", account, "operation", "placeOrder", "status", 201), "key", "body");
    }

    private void anOrder(Rows rows, UUID account, UUID resident, UUID order, UUID other) {
        rows.insert(
                "orders",
                Map.ofEntries(
                        Map.entry("id", order),
                        Map.entry("number", order.toString().substring(16)),
                        Map.entry("state", "CLOSED"),
                        Map.entry("round", 1),
                        Map.entry("service", "home-haircut"),
                        Map.entry("site", SITE),
                        Map.entry("urgency", "NORMAL"),
                        Map.entry("channel", "MINI_PROGRAM"),
                        Map.entry("answers", new Json("{\"wish\": \"" + rows.mark("orders.answers") + "\"}")),
                        Map.entry("resident", resident),
                        Map.entry("requester", account),
                        Map.entry("placed_as", "SERVED"),
                        Map.entry("wished_sex", "FEMALE"),
                        Map.entry("ended_at", new Moment()),
                        Map.entry("result", "UNRATED")),
                "words");
        rows.marks.put("orders.wished_sex", "FEMALE");
        rows.insert(
                "order_entry",
                Map.of("order_id", order, "actor", other, "action", "ANSWER", "machine", "ORDER", "to_state", "CLOSED"),
                "words");
        rows.insert("order_party", Map.of("order_id", order, "kind", "REQUESTER", "party", account));
        rows.insert("order_photo", Map.of("order_id", order, "format", "JPEG", "taken_by", account), "bytes");
        rows.insert(
                "preparation",
                Map.of(
                        "order_id",
                        order,
                        "expert",
                        other,
                        "visits",
                        new Json("[\"" + rows.mark("preparation.visits") + "\"]")),
                "note");
        rows.insert(
                "rating",
                Map.of("order_id", order, "score", 5, "rated_by", account, "part", "REQUESTER"),
                "words",
                "heard_from");
        rows.insert(
                "routing",
                Map.of(
                        "order_id",
                        order,
                        "site",
                        SITE,
                        "urgency",
                        "NORMAL",
                        "state",
                        "TIMED_OUT",
                        "team_id",
                        other,
                        "reach",
                        "VILLAGE",
                        "engine",
                        "ONLINE",
                        "slot_to",
                        new Moment("2020-11-03T00:00:00Z")),
                "note",
                "override_reason");
        rows.insert(
                "task",
                Map.of(
                        "subject",
                        order,
                        "kind",
                        "CALL_BACK",
                        "site",
                        SITE,
                        "role",
                        "CLERK",
                        "asked",
                        SITE,
                        "state",
                        "DONE",
                        "outcome",
                        "DONE",
                        "closed_at",
                        new Moment(),
                        "closed_by",
                        other),
                "note",
                "closing_note");
    }

    private void aVisit(Rows rows, UUID account, UUID resident, UUID order, UUID visit, UUID other) {
        rows.insert(
                "visit",
                Map.ofEntries(
                        Map.entry("id", visit),
                        Map.entry("order_id", order),
                        Map.entry("resident", resident),
                        Map.entry("service", "home-haircut"),
                        Map.entry("site", SITE),
                        Map.entry("urgency", "NORMAL"),
                        Map.entry("to_at", new Moment("2020-11-01T10:00:00Z")),
                        Map.entry("from_at", new Moment("2020-11-01T09:00:00Z")),
                        Map.entry("state", "DONE"),
                        Map.entry("taken", 1),
                        Map.entry("reported_at", new Moment()),
                        Map.entry("reported_by", other),
                        Map.entry("code", "植0000")),
                "report");
        rows.insert(
                "attendance",
                Map.of(
                        "visit_id",
                        visit,
                        "volunteer",
                        account,
                        "joined_by",
                        account,
                        "state",
                        "NO_SHOW",
                        "disputed_at",
                        new Moment()),
                "heard_by",
                "dispute");
        rows.insert(
                "offer",
                Map.of(
                        "visit_id",
                        visit,
                        "volunteer",
                        account,
                        "service",
                        "home-haircut",
                        "site",
                        SITE,
                        "state",
                        "EXPIRED",
                        "order_id",
                        order),
                "heard_by");
        rows.insert(
                "swap",
                Map.of(
                        "visit_id",
                        visit,
                        "order_id",
                        order,
                        "giver",
                        other,
                        "taker",
                        account,
                        "state",
                        "EXPIRED",
                        "ended_at",
                        new Moment()),
                "heard_by");
        rows.insert("unwelcome", Map.of("resident", resident, "volunteer", other, "said_by", account));
        rows.insert(
                "volunteer_hours",
                Map.of(
                        "volunteer_id",
                        account,
                        "visit_id",
                        visit,
                        "site",
                        SITE,
                        "kind",
                        "MEASURED",
                        "from_at",
                        new Moment("2020-11-01T09:00:00Z"),
                        "to_at",
                        new Moment("2020-11-01T10:00:00Z"),
                        "minutes",
                        60,
                        "state",
                        "CONFIRMED",
                        "reviewed_by",
                        other),
                "reason",
                "dispute");
    }

    private void whatTheStaffKeeps(Rows rows, UUID account, UUID resident, UUID order, UUID other) {
        UUID look = ids.of(CENTER);
        rows.insert("audit_unsealed", Map.of("id", look));
        rows.insert(
                "audit_entry",
                Map.of(
                        "id",
                        look,
                        "kind",
                        "LOOK",
                        "site",
                        SITE,
                        "actor",
                        other,
                        "operation",
                        "readResident",
                        "subject_kind",
                        "RESIDENT",
                        "subject",
                        resident.toString(),
                        "detail",
                        "NAME PHONE"));
    }

    /** A time, written so that the driver takes it. */
    record Moment(String at) {
        Moment() {
            this("2020-11-02T00:00:00Z");
        }
    }

    record Json(String text) {}

    /** Writes rows: what is not said and must be there is made up by its type. */
    private final class Rows {

        private final String seed;
        private final Map<String, String> marks;

        Rows(String seed, Map<String, String> marks) {
            this.seed = seed;
            this.marks = marks;
        }

        String mark(String column) {
            return Planting.mark(seed, column, marks);
        }

        void insert(String table, Map<String, ?> values, String... marked) {
            Map<String, String> literals = new LinkedHashMap<>();
            for (Object[] column : columns(table)) {
                String name = (String) column[0];
                String type = (String) column[1];
                if (List.of(marked).contains(name)) {
                    String mark = mark(table + "." + name);
                    literals.put(name, type.equals("bytea") ? bytes(table, name, mark) : quoted(mark));
                } else if (values.containsKey(name)) {
                    literals.put(
                            name,
                            type.equals("bytea")
                                    ? bytes(table, name, (String) values.get(name))
                                    : literal(values.get(name)));
                } else if ((boolean) column[2]) {
                    literals.put(name, madeUp(name, type));
                }
            }
            assertThat(literals.keySet()).containsAll(values.keySet()).containsAll(List.of(marked));
            session.createNativeMutationQuery("insert into " + table + " (" + String.join(", ", literals.keySet())
                            + ") values (" + String.join(", ", literals.values()) + ")")
                    .executeUpdate();
        }

        /** Sealed where the program seals. */
        private String bytes(String table, String column, String text) {
            byte[] bytes = SealedColumn.of(table, column)
                    .map(place -> keys.seal(place, text))
                    .orElse(text.getBytes(StandardCharsets.UTF_8));
            return quoted("\\x" + HexFormat.of().formatHex(bytes));
        }

        private List<Object[]> columns(String table) {
            return new ArrayList<>(session.createNativeQuery(
                            "select column_name, data_type, is_nullable = 'NO' and column_default is null"
                                    + " from information_schema.columns where table_schema = 'public'"
                                    + " and table_name = :table and is_generated = 'NEVER' order by ordinal_position",
                            Object[].class)
                    .setParameter("table", table)
                    .getResultList());
        }

        private String literal(Object value) {
            if (value instanceof Json json) {
                return quoted(json.text());
            }
            return value instanceof Number ? value.toString() : quoted(value instanceof Moment m ? m.at() : "" + value);
        }

        private static String quoted(String text) {
            return "'" + text + "'";
        }

        private String madeUp(String name, String type) {
            if (name.equals("center")) {
                return quoted(CENTER);
            }
            return switch (type) {
                case "uuid" -> quoted(ids.of(CENTER).toString());
                case "integer", "bigint", "smallint" -> "1";
                case "boolean" -> "false";
                case "timestamp with time zone" -> quoted("2020-11-02T00:00:00Z");
                case "date" -> quoted("2020-11-02");
                case "ARRAY" -> "'{}'";
                case "jsonb" -> "'{}'";
                default -> quoted("x");
            };
        }
    }
}
