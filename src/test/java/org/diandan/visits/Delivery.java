package org.diandan.visits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.diandan.catalogue.Catalogue;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.identity.Accounts;
import org.diandan.identity.Grants;
import org.diandan.identity.NewAccount;
import org.diandan.identity.Tokens;
import org.diandan.keys.Keys;
import org.diandan.keys.MarkedColumn;
import org.diandan.keys.SealedColumn;
import org.diandan.orders.OrderProgress;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.shared.Role;
import org.diandan.timers.TestTime;
import org.hibernate.Session;

/**
 * A county of each test's own with one team and its people, and orders that are prepared up to the sign-off: what comes
 * after that is what the tests of visits and offers are about.
 */
@ApplicationScoped
public class Delivery {

    public static final String HAIRCUT = "home-haircut";

    /** Two volunteers and a photo. */
    public static final String LESSON = "greenhouse-lesson";

    /** Each volunteer needs a certificate and insurance; a photo too. */
    public static final String REPAIR = "home-repair";

    /** Tuesday 14:00 in China; the tests begin on Monday at 09:00. */
    public static final Instant TUESDAY = Instant.parse("2026-11-24T06:00:00Z");

    /** Things happen one after the other: somebody's part in an order begins and ends at different times. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Session session;
    private final Accounts accounts;
    private final Grants grants;
    private final Tokens tokens;
    private final Catalogue catalogue;
    private final OrderProgress orders;
    private final TestTime time;
    private final Keys keys;
    private final Ids ids;

    private String center = "";
    private UUID team;
    private UUID leader;
    private UUID expert;
    private UUID clerk;
    private UUID dispatcher;
    private int phones;
    private String phone = "";

    Delivery(
            Session session,
            Accounts accounts,
            Grants grants,
            Tokens tokens,
            Catalogue catalogue,
            OrderProgress orders,
            TestTime time,
            Keys keys,
            Ids ids) {
        this.session = session;
        this.accounts = accounts;
        this.grants = grants;
        this.tokens = tokens;
        this.catalogue = catalogue;
        this.orders = orders;
        this.time = time;
        this.keys = keys;
        this.ids = ids;
    }

    /** A plan of visits of an hour each. */
    public record Planned(Instant from, int people) {}

    /** Begins a new county where nothing has happened yet. */
    public void begin() {
        time.reset();
        phones = 0;
        center = "37%04d".formatted(7000 + COUNT.incrementAndGet());
        write("insert into site (center, code, level, name, parent, mode, opened_at, version)"
                + " select :center, code, level, code, parent, 'NORMAL', now(), 0 from (values"
                + " (:center, 'CENTER', null), (:center || '003', 'INSTITUTE', :center),"
                + " (:center || '003010', 'STATION', :center || '003')) site (code, level, parent)");
        team = ids.of(center);
        leader = account("赵队长");
        expert = account("孙师傅");
        clerk = account("钱站长");
        dispatcher = account("李调度");
        write(
                "insert into team (center, id, name, site, categories, coverage, next_slot, state,"
                        + " changed_at, changed_by, version) values (:center, :team, '便民服务队', :center || '003',"
                        + " array['convenience', 'popular-science'], array[:center], 1, 'ACTIVE', now(), :by, 0)",
                "team",
                team,
                "by",
                leader);
        grant(leader, Role.LEADER, team.toString());
        grant(expert, Role.EXPERT, team.toString());
        grant(clerk, Role.CLERK, village());
        grant(dispatcher, Role.DISPATCHER, center);
        becomeVolunteer(expert, "孙师傅", "1980-01-01");
        join(expert, true);
        for (String kind : List.of("HAIRDRESSER", "AGRONOMIST", "ELECTRICIAN")) {
            certify(expert, kind, "2030-12-31");
        }
        hasTimeOnlyOn(expert, "SUNDAY");
    }

    public String center() {
        return center;
    }

    public String village() {
        return center + "003010";
    }

    /** A member too, who has time on Sundays only, so that the offers of the tests go to the others. */
    public UUID expert() {
        return expert;
    }

    public UUID leaderAccount() {
        return leader;
    }

    /** Somebody of the team. */
    public UUID member(String name) {
        UUID account = outsider(name);
        join(account, false);
        return account;
    }

    /** The volunteer can be reached by a phone of their own from now on. */
    public String hasPhone(UUID account) {
        String number = phone();
        write(
                "update account set phone = :number where center = :center and id = :account",
                "number",
                keys.seal(SealedColumn.ACCOUNT_PHONE, number),
                "account",
                account);
        return number;
    }

    /** A volunteer of the county who is not in the team. */
    public UUID outsider(String name) {
        UUID account = account(name);
        becomeVolunteer(account, name, "1990-05-01");
        return account;
    }

    /** A volunteer of the county who is not in the team and is at home at a site. */
    public UUID neighbour(String name, String home) {
        UUID account = outsider(name);
        write(
                "update volunteer set site = :home where center = :center and id = :account",
                "home",
                home,
                "account",
                account);
        return account;
    }

    /** Somebody comes to a visit of an hour elsewhere. */
    public void engage(UUID account, Instant from, String site) {
        write(
                "insert into engagement (center, attendance_id, volunteer, visit_id, from_at, to_at, site, active)"
                        + " values (:center, :id, :account, :id, :from, :to, :site, true)",
                "id",
                ids.of(center),
                "account",
                account,
                "from",
                from,
                "to",
                from.plus(Duration.ofHours(1)),
                "site",
                site);
    }

    /** Another Center asked this volunteer, who has not answered. */
    public void askedElsewhere(UUID account) {
        UUID offer = ids.of("371699");
        write(
                "insert into volunteer_ask (center, offer_id, volunteer, visit_id, claimed, state, made_at)"
                        + " values (:center, :offer, :account, :offer, false, 'OPEN', :now)",
                "offer",
                offer,
                "account",
                account,
                "now",
                time.now());
    }

    public void hasSex(UUID account, String sex) {
        write(
                "update volunteer set sex = :sex where center = :center and id = :account",
                "sex",
                sex,
                "account",
                account);
    }

    /** The resident who ordered last is known by an account. */
    public void residentHas(UUID account) {
        write(
                "update resident set account = :account where center = :center and phone_mark = :mark",
                "account",
                account,
                "mark",
                keys.mark(MarkedColumn.RESIDENT_PHONE, phone));
    }

    /** A volunteer of the team under 18. */
    public UUID youngMember(String name) {
        UUID account = account(name);
        becomeVolunteer(account, name, "2011-05-01");
        join(account, false);
        return account;
    }

    public void certify(UUID account, String kind, String until) {
        write(
                "insert into certificate (center, id, volunteer_id, site, kind, number, number_mark, issuer,"
                        + " valid_from, valid_until,"
                        + " state, claimed_at, decided_at, decided_by, version) values (:center, :id, :account, :center,"
                        + " :kind, :number, uuid_send(:id), 'county', '2020-01-01', cast(:until as date), 'VERIFIED', now(),"
                        + " now(), :by, 0)",
                "id",
                ids.of(center),
                "account",
                account,
                "kind",
                kind,
                "number",
                keys.seal(SealedColumn.CERTIFICATE_NUMBER, "NO-1"),
                "until",
                until,
                "by",
                leader);
    }

    public void loseCertificates(UUID account) {
        write("delete from certificate where center = :center and volunteer_id = :account", "account", account);
    }

    public void hasTimeOnlyOn(UUID account, String day) {
        write(
                "insert into volunteer_availability (center, volunteer_id, day, starts, ends)"
                        + " values (:center, :account, :day, '08:00', '20:00')",
                "account",
                account,
                "day",
                day);
    }

    /** An order of one visit of an hour on Tuesday afternoon that needs one volunteer, signed off, its time agreed. */
    public UUID haircut() {
        return order(HAIRCUT, "NORMAL", new Planned(TUESDAY, 1));
    }

    /** An order that is signed off with these visits of an hour each, its time agreed. */
    public UUID order(String service, String urgency, Planned... visits) {
        UUID order = signedOff(service, urgency, visits);
        agreeTime(order);
        return order;
    }

    public void agreeTime(UUID order) {
        clerk().post("/orders/" + order + "/agree-time", Map.of("heardFrom", "王秀英"))
                .expect(200);
    }

    public UUID signedOff(String service, String urgency, Planned... visits) {
        phone = phone();
        return signedOff(service, urgency, Map.of(), visits);
    }

    /** Another order of the resident who ordered last, with whom they would like to come; signed off, its time agreed. */
    public UUID again(String service, String urgency, Map<String, Object> whom, Planned... visits) {
        UUID order = signedOff(service, urgency, whom, visits);
        agreeTime(order);
        return order;
    }

    private UUID signedOff(String service, String urgency, Map<String, Object> whom, Planned... visits) {
        Map<String, Object> request = new HashMap<>(Map.of(
                "service",
                service,
                "site",
                village(),
                "need",
                "80多岁老人行动不便，请上门",
                "orderedFor",
                Map.of("name", "王秀英", "phone", phone, "address", "锦绣社区3号楼2单元"),
                "channel",
                "PHONE",
                "consent",
                Map.of("by", "PHONE", "version", 1),
                "risksAcknowledged",
                risks(service),
                "urgency",
                urgency));
        if (!whom.isEmpty()) {
            request.put("whom", whom);
        }
        UUID order = clerk().post("/orders", request).expect(201).id();
        Answer placed = dispatcher().get("/orders/" + order).expect(200);
        if (placed.json().path("state").path("code").asText().equals("SUBMITTED")) {
            dispatcher()
                    .post("/orders/" + order + "/take-on", Map.of("checkedSimilar", true))
                    .expect(200);
        }
        QuarkusTransaction.requiringNew()
                .run(() -> orders.acceptRouting(order, ids.of(center), team, Actor.of(leader)));
        signOff(order, service, visits);
        return order;
    }

    /** Writes and signs off the work order. */
    public void signOff(UUID order, String service, Planned... visits) {
        time.advance(A_MOMENT);
        String path = "/orders/" + order + "/preparation";
        String tag = expertApi().get(path).expect(200).header("ETag").orElseThrow();
        List<Map<String, Object>> planned = new ArrayList<>();
        for (Planned visit : visits) {
            planned.add(Map.of(
                    "from", visit.from().toString(),
                    "to", visit.from().plus(Duration.ofHours(1)).toString(),
                    "people", visit.people()));
        }
        List<String> checked = catalogue.get(service).checklist().stream()
                .map(item -> item.code())
                .toList();
        expertApi()
                .with("If-Match", tag)
                .put(
                        path,
                        Map.of(
                                "visits", planned,
                                "riskClass", catalogue.get(service).riskClass().name(),
                                "checked", checked))
                .expect(200);
        expertApi().post(path + "/sign-off").expect(200);
    }

    public void dissolveTeam() {
        dispatcher()
                .post("/teams/" + team + "/dissolve", Map.of("reason", "并入其他队"))
                .expect(200);
    }

    public int risks(String service) {
        return catalogue.get(service).riskVersion();
    }

    public Api clerk() {
        return as(clerk);
    }

    public Api dispatcher() {
        return as(dispatcher);
    }

    public Api leader() {
        return as(leader);
    }

    public Api expertApi() {
        return as(expert);
    }

    /** With a token that is fresh at the time that the test has come to. */
    public Api as(UUID account) {
        return Api.bearing(QuarkusTransaction.joiningExisting().call(() -> tokens.issue(account)));
    }

    /** The order's visits, the soonest first. */
    public List<UUID> visits(UUID order) {
        return ids(dispatcher().get("/orders/" + order + "/visits").expect(200).json());
    }

    /** The order's visit that is planned and the next. */
    public UUID nextVisit(UUID order) {
        for (JsonNode visit : dispatcher()
                .get("/orders/" + order + "/visits")
                .expect(200)
                .json()
                .path("items")) {
            if (visit.path("state").path("code").asText().equals("PLANNED")) {
                return UUID.fromString(visit.path("id").asText());
            }
        }
        throw new AssertionError("No visit of " + order + " is planned");
    }

    public String stateOf(UUID order) {
        return dispatcher()
                .get("/orders/" + order)
                .expect(200)
                .json()
                .path("state")
                .path("code")
                .asText();
    }

    public String visitState(UUID visit) {
        return dispatcher()
                .get("/visits/" + visit)
                .expect(200)
                .json()
                .path("state")
                .path("code")
                .asText();
    }

    /** The states of this visit's offers, by volunteer. */
    public Map<UUID, String> offers(UUID visit) {
        Map<UUID, String> offers = new HashMap<>();
        dispatcher()
                .get("/visits/" + visit + "/offers")
                .expect(200)
                .json()
                .path("items")
                .forEach(offer -> offers.put(
                        UUID.fromString(offer.path("volunteer").asText()),
                        offer.path("state").path("code").asText()));
        return offers;
    }

    /** Who holds an open offer of this visit. */
    public List<UUID> asked(UUID visit) {
        return offers(visit).entrySet().stream()
                .filter(offer -> offer.getValue().equals("OPEN"))
                .map(Map.Entry::getKey)
                .toList();
    }

    public UUID offerOf(UUID visit, UUID volunteer) {
        for (JsonNode offer :
                as(volunteer).get("/offers?state=OPEN").expect(200).json().path("items")) {
            if (offer.path("visit").asText().equals(visit.toString())) {
                return UUID.fromString(offer.path("id").asText());
            }
        }
        throw new AssertionError(volunteer + " was not offered a place");
    }

    /** Accepts the offer that this volunteer has. */
    public Answer accept(UUID visit, UUID volunteer, String service) {
        time.advance(A_MOMENT);
        return as(volunteer)
                .post("/offers/" + offerOf(visit, volunteer) + "/accept", Map.of("risksAcknowledged", risks(service)));
    }

    public Answer claim(UUID visit, UUID volunteer, String service) {
        time.advance(A_MOMENT);
        return as(volunteer).post("/pool/" + visit + "/claim", Map.of("risksAcknowledged", risks(service)));
    }

    public String code(UUID visit) {
        return clerk().get("/visits/" + visit + "/code")
                .expect(200)
                .json()
                .path("code")
                .asText();
    }

    public Answer checkIn(UUID visit, UUID volunteer) {
        return as(volunteer).post("/visits/" + visit + "/check-in", Map.of("code", code(visit)));
    }

    public Answer checkOut(UUID visit, UUID volunteer) {
        return as(volunteer).post("/visits/" + visit + "/check-out", Map.of());
    }

    public Answer report(UUID visit, UUID volunteer, String outcome) {
        return as(volunteer).post("/visits/" + visit + "/report", Map.of("outcome", outcome, "text", "理好了，老人很满意"));
    }

    public Answer withdraw(UUID visit, UUID volunteer, String reason) {
        time.advance(A_MOMENT);
        return as(volunteer).post("/visits/" + visit + "/withdraw", Map.of("reason", reason));
    }

    public Answer release(UUID visit, UUID volunteer, String reason) {
        time.advance(A_MOMENT);
        return leader().post("/visits/" + visit + "/release", Map.of("volunteer", volunteer, "reason", reason));
    }

    /** The attendance of a volunteer at a visit as the dispatcher sees it. */
    public JsonNode attendance(UUID visit, UUID volunteer) {
        JsonNode last = null;
        for (JsonNode attendance :
                dispatcher().get("/visits/" + visit).expect(200).json().path("attendances")) {
            if (attendance.path("volunteer").asText().equals(volunteer.toString())) {
                last = attendance;
            }
        }
        assertThat(last).as("attendance of " + volunteer).isNotNull();
        return last;
    }

    public String attendanceState(UUID visit, UUID volunteer) {
        return attendance(visit, volunteer).path("state").path("code").asText();
    }

    /** The open tasks of this kind about a subject. */
    public long openTasks(String kind, UUID subject) {
        return count(
                "select count(*) from task where center = :center and kind = :kind and subject = :subject"
                        + " and closed_at is null",
                "kind",
                kind,
                "subject",
                subject);
    }

    /** How often the machine told this action in the order's history. */
    public long told(UUID order, String machine, String action) {
        return count(
                "select count(*) from order_entry where center = :center and order_id = :order and machine = :machine"
                        + " and action = :action",
                "order",
                order,
                "machine",
                machine,
                "action",
                action);
    }

    public long events(UUID subject, String type) {
        return count(
                "select count(*) from outbox_event where center = :center and subject = :subject and type = :type",
                "subject",
                subject,
                "type",
                type);
    }

    public long count(String sql, Object... values) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var query = session.createNativeQuery(sql, Long.class).setParameter("center", center);
            for (int i = 0; i < values.length; i += 2) {
                query.setParameter((String) values[i], values[i + 1]);
            }
            return query.getSingleResult();
        });
    }

    private void becomeVolunteer(UUID account, String name, String bornOn) {
        write(
                "insert into volunteer (center, id, name, born_on, site, consent_version, helps_in, registered_at,"
                        + " version) values (:center, :account, :name, cast(:born as date), :center, 1,"
                        + " array[:center], now(), 0)",
                "account",
                account,
                "name",
                name,
                "born",
                bornOn);
        grant(account, Role.VOLUNTEER, "");
    }

    private void join(UUID account, boolean asExpert) {
        write(
                "insert into team_member (center, team_id, account_id, state, leader, expert, asked_at, version)"
                        + " values (:center, :team, :account, 'APPROVED', false, " + asExpert + ", now(), 0)",
                "team",
                team,
                "account",
                account);
    }

    private UUID account(String name) {
        return QuarkusTransaction.requiringNew()
                .call(() -> accounts.register(new NewAccount(center, name, null, null, null)));
    }

    private void grant(UUID account, Role role, String scope) {
        QuarkusTransaction.requiringNew().run(() -> grants.grant(account, role, scope, Actor.PROGRAM));
    }

    private String phone() {
        phones++;
        return "139" + center.substring(2) + "%04d".formatted(phones);
    }

    private static List<UUID> ids(JsonNode page) {
        List<UUID> found = new ArrayList<>();
        page.path("items")
                .forEach(item -> found.add(UUID.fromString(item.path("id").asText())));
        return found;
    }

    private void write(String sql, Object... values) {
        QuarkusTransaction.requiringNew().run(() -> {
            var query = session.createNativeMutationQuery(sql).setParameter("center", center);
            for (int i = 0; i < values.length; i += 2) {
                query.setParameter((String) values[i], values[i + 1]);
            }
            query.executeUpdate();
        });
    }
}
