package org.diandan.matching;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.diandan.catalogue.Catalogue;
import org.diandan.http.Api;
import org.diandan.identity.Accounts;
import org.diandan.identity.Grants;
import org.diandan.identity.NewAccount;
import org.diandan.identity.Tokens;
import org.diandan.shared.Actor;
import org.diandan.shared.Role;
import org.diandan.timers.TestTime;
import org.hibernate.Session;

/**
 * A county of each test's own, with one township, two villages in it and a township further away, with
 * teams as their people made them.
 */
@ApplicationScoped
class County {
    static final String HAIRCUT = "home-haircut";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Session session;
    private final Accounts accounts;
    private final Grants grants;
    private final Tokens tokens;
    private final Catalogue catalogue;
    private final TestTime time;

    private final Map<UUID, UUID> barbers = new HashMap<>();
    private String center = "";
    private int people;

    County(Session session, Accounts accounts, Grants grants, Tokens tokens, Catalogue catalogue, TestTime time) {
        this.session = session;
        this.accounts = accounts;
        this.grants = grants;
        this.tokens = tokens;
        this.catalogue = catalogue;
        this.time = time;
    }

    /** Begins a new county where nothing has happened yet. */
    void begin(String mode) {
        time.reset();
        // Even numbers; the odd ones are the neighbours'.
        center = "37%04d".formatted(5000 + 2 * COUNT.incrementAndGet());
        people = 0;
        write("insert into site (center, code, level, name, parent, mode, opened_at, version)"
                + " select :center, code, level, code, parent, case when level = 'CENTER' then '" + mode
                + "' else 'NORMAL' end, now(), 0 from (values"
                + " (:center, 'CENTER', null), (:center || '003', 'INSTITUTE', :center),"
                + " (:center || '101', 'INSTITUTE', :center),"
                + " (:center || '003010', 'STATION', :center || '003'),"
                + " (:center || '003011', 'STATION', :center || '003')) site (code, level, parent)");
    }

    String center() {
        return center;
    }

    String township() {
        return center + "003";
    }

    String village() {
        return center + "003010";
    }

    String villageNextDoor() {
        return center + "003011";
    }

    String otherTownship() {
        return center + "101";
    }

    /** A team that can cut hair on each day of the week from nine to twelve. */
    UUID barbers(String site, int capacity, String... coverage) {
        UUID team = teamWithout(site, capacity, List.of(DayOfWeek.values()), coverage);
        joinWithCertificate(team, site, "2030-01-01");
        return team;
    }

    /** A team that can cut hair on one day of the week from nine to twelve. */
    UUID barbersOn(DayOfWeek day, String site, int capacity, String... coverage) {
        UUID team = teamWithout(site, capacity, List.of(day), coverage);
        joinWithCertificate(team, site, "2030-01-01");
        return team;
    }

    /** A team that can cut hair, on that day of the week and as long as its only certificate is valid. */
    UUID barbers(String site, DayOfWeek day, String certificateUntil) {
        UUID team = teamWithout(site, 1, List.of(day));
        joinWithCertificate(team, site, certificateUntil);
        return team;
    }

    /** A team of whom nobody can cut hair. */
    UUID teamWithout(String site, int capacity, List<DayOfWeek> days, String... coverage) {
        List<String> areas = coverage.length == 0 ? List.of(site) : List.of(coverage);
        var body = Map.of(
                "name",
                "便民服务队" + ++people,
                "site",
                site,
                "categories",
                List.of("convenience"),
                "coverage",
                areas,
                "slots",
                days.stream().map(day -> slot(day, capacity)).toList());
        return dispatcherOf(center).post("/teams", body).expect(201).id();
    }

    /** Somebody registers, joins the team and proves to be a hairdresser. */
    private void joinWithCertificate(UUID team, String site, String until) {
        UUID barber = account("王师傅");
        Api self = Api.bearing(tokens.issue(barber));
        self.post(
                        "/volunteers",
                        Map.of("name", "王师傅", "bornOn", "1980-05-01", "site", site, "consent", Map.of("version", 1)))
                .expect(201);
        self.post("/teams/" + team + "/members").expect(201);
        UUID certificate = self.post(
                        "/volunteers/" + barber + "/certificates",
                        Map.of(
                                "kind", "HAIRDRESSER",
                                "number", barber.toString(),
                                "issuer", "人力资源和社会保障局",
                                "validFrom", "2020-01-01",
                                "validUntil", until))
                .expect(201)
                .id();
        Api dispatcher = dispatcherOf(center);
        dispatcher.post("/teams/" + team + "/members/" + barber + "/approve").expect(200);
        dispatcher.post("/certificates/" + certificate + "/verify").expect(200);
        barbers.put(team, barber);
    }

    /** The team gets another hairdresser. */
    void anotherBarber(UUID team) {
        joinWithCertificate(team, village(), "2030-01-01");
    }

    /** The only hairdresser of the team has told to be a man. */
    void barberIsMan(UUID team) {
        write("update volunteer set sex = 'MALE' where center = :center and id = '" + barbers.get(team) + "'");
    }

    /** The only hairdresser of the team goes. */
    void barberLeaves(UUID team) {
        UUID barber = requireNonNull(barbers.get(team));
        Api.bearing(tokens.issue(barber))
                .post("/teams/" + team + "/members/" + barber + "/leave", Map.of())
                .expect(200);
    }

    void suspend(UUID team) {
        dispatcherOf(center)
                .post("/teams/" + team + "/suspend", Map.of("reason", "队长生病"))
                .expect(200);
    }

    void dissolve(UUID team) {
        dispatcherOf(center)
                .post("/teams/" + team + "/dissolve", Map.of("reason", "并入其他队"))
                .expect(200);
    }

    void resizeSlots(UUID team, int capacity) {
        dispatcherOf(center)
                .with("If-Match", "*")
                .put(
                        "/teams/" + team + "/slots",
                        Map.of(
                                "slots",
                                Arrays.stream(DayOfWeek.values())
                                        .map(day -> slot(day, capacity))
                                        .toList()))
                .expect(200);
    }

    private static Map<String, Object> slot(DayOfWeek day, int capacity) {
        return Map.of("day", day, "from", "09:00:00", "to", "12:00:00", "capacity", capacity);
    }

    Api leaderOf(UUID team) {
        return as(Role.LEADER, team.toString());
    }

    Api expertOf(UUID team) {
        return as(Role.EXPERT, team.toString());
    }

    Api dispatcherOf(String area) {
        return as(Role.DISPATCHER, area);
    }

    Api clerkOf(String area) {
        return as(Role.CLERK, area);
    }

    Api as(Role role, String scope) {
        return someone(role, scope).get();
    }

    /** The same person again and again, however much time has passed. */
    Supplier<Api> someone(Role role, String scope) {
        UUID account = account("某人");
        QuarkusTransaction.requiringNew().run(() -> grants.grant(account, role, scope, Actor.PROGRAM));
        return () -> Api.bearing(tokens.issue(account));
    }

    /** A haircut in the village, ordered by phone and taken on, so that a team is being sought. */
    UUID haircut() {
        return haircut(village(), "NORMAL");
    }

    UUID haircut(String site, String urgency) {
        return takenOn(placed(site, urgency));
    }

    /** Takes an order on. */
    UUID takenOn(UUID order) {
        dispatcherOf(center)
                .post("/orders/" + order + "/take-on", Map.of("checkedSimilar", true))
                .expect(200);
        return order;
    }

    UUID placed(String site, String urgency) {
        return placed(site, urgency, Map.of());
    }

    /** @param whom whom the resident would like to come */
    UUID placed(String site, String urgency, Map<String, Object> whom) {
        int risks = catalogue.get(HAIRCUT).riskVersion();
        return clerkOf(center)
                .post(
                        "/orders",
                        Map.of(
                                "service",
                                HAIRCUT,
                                "site",
                                site,
                                "need",
                                "80多岁老人行动不便，请上门理发",
                                "orderedFor",
                                Map.of("name", "王秀英", "phone", phone(), "address", "3号楼"),
                                "channel",
                                "PHONE",
                                "consent",
                                Map.of("by", "PHONE", "version", 1),
                                "risksAcknowledged",
                                risks,
                                "urgency",
                                urgency,
                                "whom",
                                whom))
                .expect(201)
                .id();
    }

    /** The Center decides other rules, beginning from those that hold. */
    void decides(Consumer<ObjectNode> change) {
        String path = "/centers/" + center + "/policy";
        Api dispatcher = dispatcherOf(center);
        var seen = dispatcher.get(path).expect(200);
        var rules = (ObjectNode) seen.json().at("/policy/rules");
        change.accept(rules);
        dispatcher
                .with("If-Match", seen.header("ETag").orElseThrow())
                .put(path, Map.of("reason", "试行", "rules", rules))
                .expect(200);
    }

    /** The team has not answered for a while. */
    void slower(UUID team) {
        write("insert into team_response (center, team_id, asked, accepted) values (:center, '" + team + "', 20, 0)");
    }

    /** A neighbouring county of the same prefecture that has barbers. */
    String neighbourWithBarbers() {
        String own = center;
        center = Integer.toString(Integer.parseInt(own) + 1);
        write("insert into site (center, code, level, name, parent, mode, opened_at, version) values"
                + " (:center, :center, 'CENTER', '邻县实践中心', null, 'NORMAL', now(), 0) on conflict do nothing");
        barbers(center, 2);
        String neighbour = center;
        center = own;
        return neighbour;
    }

    /** What places of a team are worth to later orders, as a plan of last week had it; 0 for nothing. */
    void prices(UUID team, int points) {
        write("insert into price_learning (center, learned_at, period_from, period_until, source, orders, matched)"
                + " values (:center, '" + time.now().minusSeconds(7200)
                + "', '2026-11-01', '2026-11-08', 'SCHEDULE', 9, 9)"
                + " on conflict (center) do nothing");
        write("delete from slot_price where center = :center and team_id = '" + team + "'");
        if (points > 0) {
            write(
                    "insert into slot_price (center, team_id, slot, points, since_at, decided) select center, team_id, slot, "
                            + points + ", now(), 0 from team_slot where center = :center and team_id = '" + team + "'");
        }
    }

    /** Where places are held that no routing holds, or the other way round. */
    List<?> leaks() {
        return QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery("""
                        select coalesce(c.team_id, r.team_id), coalesce(c.used, 0), coalesce(r.live, 0)
                        from (select * from team_capacity where center = :center) c
                        full join (select team_id, on_date, slot, count(*) live from routing
                                   where center = :center and state in ('PROPOSED', 'ACCEPTED')
                                   group by team_id, on_date, slot) r
                          on r.team_id = c.team_id and r.on_date = c.on_date and r.slot = c.slot
                        where coalesce(c.used, 0) <> coalesce(r.live, 0)""", Object[].class)
                .setParameter("center", center)
                .getResultList());
    }

    /** How many places the team's routings hold. */
    long held(UUID team) {
        return QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery(
                        "select coalesce(sum(used), 0) from team_capacity where center = :center and team_id = :team",
                        Long.class)
                .setParameter("center", center)
                .setParameter("team", team)
                .getSingleResult());
    }

    private UUID account(String name) {
        return QuarkusTransaction.requiringNew()
                .call(() -> accounts.register(new NewAccount(center, name, null, null, null)));
    }

    private String phone() {
        people++;
        return "139" + center.substring(2) + "%04d".formatted(people);
    }

    private void write(String sql) {
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery(sql)
                .setParameter("center", center)
                .executeUpdate());
    }
}
