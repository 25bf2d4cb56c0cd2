package org.diandan.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.diandan.demo.VillagePlan.PlannedCertificate;
import org.diandan.demo.VillagePlan.PlannedPerson;
import org.diandan.demo.VillagePlan.PlannedSite;
import org.diandan.demo.VillagePlan.PlannedTeam;
import org.diandan.identity.Accounts;
import org.diandan.identity.Grants;
import org.diandan.identity.NewAccount;
import org.diandan.identity.Tokens;
import org.diandan.shared.Actor;
import org.diandan.shared.Area;
import org.diandan.shared.Ids;
import org.diandan.shared.Opening;
import org.diandan.shared.Role;
import org.diandan.shared.Texts;
import org.diandan.shared.Wall;
import org.diandan.sites.DivisionImport;
import org.diandan.sites.Sites;

/**
 * The four places, planted: Bochang subdistrict with one Institute and its twenty-five Stations, Leitun village with its
 * greenhouse, Benxi county's 枫乡, Fuxin county's 娜仁花. Accounts and the first grants are made from inside, as an
 * installation's first start would; all else goes through the API.
 */
@ApplicationScoped
public class Village {

    /** The password of everybody who can sign in. */
    public static final String PASSWORD = "diandan-demo-2026";

    private static final int SLOT_CAPACITY = 6;

    private final ObjectMapper json;
    private final DivisionImport divisions;
    private final Sites sites;
    private final Accounts accounts;
    private final Grants grants;
    private final Tokens tokens;
    private final Map<String, UUID> people = new HashMap<>();
    private final Map<String, UUID> teams = new HashMap<>();
    private final Wall wall;

    Village(
            ObjectMapper json,
            DivisionImport divisions,
            Sites sites,
            Accounts accounts,
            Grants grants,
            Tokens tokens,
            Wall wall) {
        this.wall = wall;
        this.json = json;
        this.divisions = divisions;
        this.sites = sites;
        this.accounts = accounts;
        this.grants = grants;
        this.tokens = tokens;
    }

    /** Tells whether it was planted before, in this database. */
    public boolean isPlanted() {
        return accounts.byPhone(plan().people().get(0).phone()).isPresent();
    }

    /**
     * Plants everything.
     *
     * @param api where the program's own API is, such as {@code http://localhost:8080/api/v1}
     */
    public void plant(URI api) {
        VillagePlan plan = plan();
        Doorbell doorbell = new Doorbell(api, json);
        QuarkusTransaction.requiringNew()
                .timeout(60)
                .run(() -> divisions.run(resource("/divisions/demo.csv"), null, Texts.DEFAULT));
        plan.people().forEach(this::register);
        plan.sites().stream()
                .filter(site -> !isOpen(site))
                .forEach(site -> doorbell.post(keeperOf(site, plan), "/sites", site(site)));
        plan.people().stream()
                .filter(person -> person.volunteerAt() != null)
                .forEach(person -> volunteer(person, plan, doorbell));
        plan.teams().forEach(team -> found(team, plan, doorbell));
    }

    /** The account of one of the people, by the key in the plan. */
    public UUID person(String key) {
        return Objects.requireNonNull(people.get(key), key);
    }

    /** The id of one of the teams, by the key in the plan. */
    public UUID team(String key) {
        return Objects.requireNonNull(teams.get(key), key);
    }

    /** The logins of those who can sign in, with their names. */
    Map<String, String> logins() {
        Map<String, String> logins = new java.util.LinkedHashMap<>();
        plan().people().stream()
                .filter(person -> person.login() != null)
                .forEach(person -> logins.put(person.login(), person.name()));
        return logins;
    }

    private void register(PlannedPerson person) {
        UUID account = wall.everywhere(
                Opening.START, () -> QuarkusTransaction.requiringNew().call(() -> {
                    UUID id = accounts.register(new NewAccount(
                            person.center(),
                            person.name(),
                            person.phone(),
                            person.login(),
                            person.login() == null ? null : PASSWORD));
                    person.allGrants().forEach(grant -> grants.grant(id, grant.role(), grant.scope(), Actor.PROGRAM));
                    if (!person.center().equals(Ids.INSTALLATION)) {
                        grants.grant(id, Role.RESIDENT, "", Actor.PROGRAM);
                    }
                    return id;
                }));
        people.put(person.key(), account);
    }

    private void volunteer(PlannedPerson person, VillagePlan plan, Doorbell doorbell) {
        String home = Objects.requireNonNull(person.volunteerAt());
        String token = token(person.key());
        doorbell.post(
                token,
                "/volunteers",
                Map.of("name", person.name(), "bornOn", "1985-05-01", "site", home, "consent", Map.of("version", 1)));
        for (PlannedCertificate certificate : person.allCertificates()) {
            String claimed = doorbell.post(
                            token, "/volunteers/" + person(person.key()) + "/certificates", claim(person, certificate))
                    .get("id")
                    .asText();
            doorbell.post(dispatcherOf(home, plan), "/certificates/" + claimed + "/verify", Map.of());
        }
    }

    private void found(PlannedTeam team, VillagePlan plan, Doorbell doorbell) {
        String dispatcher = dispatcherOf(team.site(), plan);
        Map<String, Object> body = new HashMap<>(
                Map.of("name", team.name(), "site", team.site(), "categories", team.categories(), "slots", slots()));
        if (team.areas() != null) {
            body.put("coverage", team.areas());
        }
        UUID id = UUID.fromString(
                doorbell.post(dispatcher, "/teams", body).get("id").asText());
        teams.put(team.key(), id);
        List<String> members = new ArrayList<>(team.members());
        members.add(team.leader());
        for (String member : members) {
            String path = "/teams/" + id + "/members";
            doorbell.post(token(member), path, Map.of());
            doorbell.post(dispatcher, path + "/" + person(member) + "/approve", Map.of());
        }
        doorbell.post(dispatcher, "/teams/" + id + "/members/" + person(team.leader()) + "/make-leader", Map.of());
    }

    /** A site may be there before: an installation that had begun, or a test. */
    private boolean isOpen(PlannedSite site) {
        return sites.find(site.code() != null ? site.code() : site.parent() + "-001")
                .isPresent();
    }

    private static Map<String, Object> site(PlannedSite site) {
        return site.code() != null
                ? Map.of("code", site.code(), "name", site.name())
                : Map.of("parent", String.valueOf(site.parent()), "name", site.name());
    }

    private static Map<String, Object> claim(PlannedPerson person, PlannedCertificate certificate) {
        return Map.of(
                "kind",
                certificate.kind(),
                "number",
                "DEMO-" + person.phone(),
                "issuer",
                "人力资源和社会保障局",
                "validFrom",
                "2020-01-01",
                "validUntil",
                certificate.validUntil().toString());
    }

    /** Mornings and afternoons of every day. */
    private static List<Map<String, Object>> slots() {
        List<Map<String, Object>> slots = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            slots.add(Map.of("day", day, "from", "08:00", "to", "12:00", "capacity", SLOT_CAPACITY));
            slots.add(Map.of("day", day, "from", "13:00", "to", "18:00", "capacity", SLOT_CAPACITY));
        }
        return slots;
    }

    /** Centers are opened by the administrator, all below by a dispatcher. */
    private String keeperOf(PlannedSite site, VillagePlan plan) {
        boolean center = site.code() != null && site.code().length() == 6;
        return center ? token("admin-demo") : dispatcherOf(site.place(), plan);
    }

    private String dispatcherOf(String site, VillagePlan plan) {
        return plan.people().stream()
                .filter(person -> person.allGrants().stream()
                        .anyMatch(grant -> grant.role() == Role.DISPATCHER
                                && grant.scope().length() == 6
                                && new Area(grant.scope()).covers(site)))
                .map(person -> token(person.key()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No dispatcher of " + site));
    }

    private String token(String key) {
        return tokens.issue(person(key));
    }

    private VillagePlan plan() {
        try {
            return json.readValue(resource("/demo/village.json"), VillagePlan.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(Village.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
