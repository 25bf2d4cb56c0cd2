package org.diandan.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.http.Contract;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.diandan.walls.Matrix.Question;
import org.diandan.walls.Oracle.Verdict;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The running program against the oracle: somebody with grants that were drawn, or somebody of the four places, tries
 * something with something of them. What the oracle is told stands in the database.
 */
@QuarkusTest
class OracleTest {

    private static final Logger LOG = Logger.getLogger(OracleTest.class);
    private static final int CASES = Integer.getInteger("oracle.requests", 3000);
    private static final long SEED = Long.getLong("oracle.seed", 20261123);
    private static final int DRAWN = 60;

    private static final List<String> ORDERS = List.of(
            "submitted",
            "duplicate",
            "merged",
            "asked",
            "rejected",
            "held",
            "hopeless",
            "routing",
            "preparing",
            "prepared",
            "offered",
            "scheduled",
            "giving",
            "taking",
            "serving",
            "unreported",
            "unrated",
            "closed",
            "missed",
            "byOffice");

    /** Places of every level, with neighbours whose codes begin alike. */
    private static final List<String> AREAS = List.of(
            "33",
            "3301",
            "3310",
            "44",
            "330106",
            "330105",
            "330110",
            "330106001",
            "330106002",
            "330106010",
            "330105001",
            "330106001001",
            "330106001002",
            "330106001010",
            "330106001100",
            "330106002001",
            "330105001001",
            "330106001001-001");

    private static final Pattern VERB = Pattern.compile("/orders/\\$\\w+/(?:preparation/)?([a-z-]+)");

    @Inject
    Walls walls;

    @Inject
    People people;

    @Inject
    Facts facts;

    private final Random random = new Random(SEED);
    private final List<Oracle.Person> persons = new ArrayList<>();
    private final Map<UUID, Api> apis = new HashMap<>();
    private final List<String> different = new ArrayList<>();

    @BeforeEach
    void theWallsStand() {
        walls.stand();
        for (int i = 0; i < DRAWN; i++) {
            Relation home = pick(List.of(Relation.values()));
            add(people.account(home.site().substring(0, 6), grants()));
        }
        for (Who who : Who.values()) {
            if (who != Who.ANONYMOUS) {
                add(walls.caller(who));
            }
        }
        for (Relation relation : Relation.values()) {
            add(walls.at(relation).resident);
            add(walls.at(relation).mate);
            add(walls.at(relation).leader);
        }
    }

    private void add(Person person) {
        persons.add(facts.person(person.account()));
        apis.put(person.account(), person.api().with(DryRun.HEADER, "1").with("If-Match", "*"));
    }

    private Scope.Grant[] grants() {
        List<Scope.Grant> grants = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            Role role = pick(List.of(Role.values()));
            grants.add(new Scope.Grant(
                    role,
                    switch (role.reach()) {
                        case SELF, INSTALLATION -> "";
                        case TEAM -> walls.at(pick(List.of(Relation.values()))).get(pick(List.of("team", "otherTeam")));
                        case AREA -> pick(AREAS);
                    }));
        }
        return grants.toArray(Scope.Grant[]::new);
    }

    @Test
    void theProgramLetsInWhomTheOracleLetsIn() throws IOException {
        LOG.infof("Asking %d times with seed %d", CASES, SEED);
        List<Question> verbs = verbs();
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        for (int i = 0; i < CASES; i++) {
            Oracle.Person person = pick(persons);
            Place place = walls.at(pick(List.of(Relation.values())));
            Verdict verdict =
                    switch (random.nextInt(10)) {
                        case 0, 1 -> readsOrder(person, place);
                        case 2, 3, 4, 5 -> movesOrder(person, place, pick(verbs));
                        case 6 -> readsResident(person, place);
                        case 7 -> readsTask(person, place);
                        case 8 -> readsCertificate(person, place);
                        default -> readsVolunteer(person, place);
                    };
            verdicts.merge(verdict, 1, Integer::sum);
        }
        LOG.infof("Verdicts: %s", verdicts);
        assertThat(different).as("seed " + SEED).isEmpty();
        assertThat(verdicts.values()).hasSize(3).allMatch(count -> count > CASES / 50);
    }

    private Verdict readsOrder(Oracle.Person person, Place place) {
        UUID id = UUID.fromString(place.get(pick(ORDERS)));
        Facts.OrderFacts order = facts.order(id);
        Answer answer = api(person).get("/orders/" + id);
        Verdict verdict = Oracle.reads(person, order.order());
        agree(verdict, answer, Set.of("AUTHENTICATED"), person);
        if (verdict == Verdict.THEIRS && order.isOpen() && answer.status() == 200) {
            JsonNode served = answer.json().path("orderedFor");
            assertThat(served.path("masked").asBoolean())
                    .as("contact at %s for %s", answer, person)
                    .isEqualTo(!Oracle.readsContact(person, order.order()));
            assertThat(served.has("address")).isEqualTo(!served.path("masked").asBoolean());
        }
        return verdict;
    }

    private Verdict movesOrder(Oracle.Person person, Place place, Question verb) {
        UUID id = UUID.fromString(place.get(pick(ORDERS)));
        String path = Asking.path(verb, place).replaceFirst("/orders/[^/]+", "/orders/" + id);
        String body = Asking.body(verb, place);
        Answer answer = body.isEmpty() ? api(person).post(path) : api(person).post(path, body);
        Verdict verdict = Oracle.does(person, facts.order(id).order(), name(verb));
        agree(verdict, answer, roles(verb.operation()), person);
        return verdict;
    }

    private Verdict readsResident(Oracle.Person person, Place place) {
        UUID id = UUID.fromString(place.get("resident"));
        Verdict verdict =
                Oracle.reads(person, facts.siteOfResident(id), facts.accountOfResident(id), "CLERK", "DISPATCHER");
        if (facts.proxiesOf(id).contains(person.account())) {
            verdict = Verdict.THEIRS;
        }
        agree(verdict, api(person).get("/residents/" + id), roles("readResident"), person);
        return verdict;
    }

    private Verdict readsTask(Oracle.Person person, Place place) {
        UUID id = UUID.fromString(place.get("task"));
        String[] roles = facts.isForClerks(id) ? new String[] {"CLERK", "DISPATCHER"} : new String[] {"DISPATCHER"};
        Verdict verdict = Oracle.reads(person, facts.siteOfTask(id), null, roles);
        agree(verdict, api(person).get("/tasks/" + id), roles("getTask"), person);
        return verdict;
    }

    private Verdict readsCertificate(Oracle.Person person, Place place) {
        UUID id = UUID.fromString(place.get("certificate"));
        Verdict verdict =
                Oracle.reads(person, place.get("site"), UUID.fromString(place.get("volunteer")), "CLERK", "DISPATCHER");
        agree(verdict, api(person).get("/certificates/" + id), roles("readCertificate"), person);
        return verdict;
    }

    private Verdict readsVolunteer(Oracle.Person person, Place place) {
        UUID id = UUID.fromString(place.get("volunteer"));
        Verdict verdict = Oracle.reads(person, place.get("site"), id, "CLERK", "DISPATCHER");
        if (person.grants().contains(new Oracle.Grant("LEADER", place.get("team")))) {
            verdict = Verdict.THEIRS;
        }
        agree(verdict, api(person).get("/volunteers/" + id), roles("readVolunteer"), person);
        return verdict;
    }

    /** Who may do it gets no refusal for who they are; whoever may not gets one, and for whom it is not there, 404. */
    private void agree(Verdict verdict, Answer answer, Set<String> roles, Oracle.Person person) {
        boolean gate = roles.contains("AUTHENTICATED")
                || person.grants().stream().anyMatch(grant -> roles.contains(grant.role()));
        Set<Integer> right = !gate
                ? Set.of(403)
                : switch (verdict) {
                    case NOTHING_THERE -> Set.of(404);
                    case NOT_THEIRS -> Set.of(403, 404);
                    case THEIRS -> Set.of(200, 201, 204, 400, 409);
                };
        if (!right.contains(answer.status())) {
            different.add("%s by %s with %s, whom the oracle tells %s"
                    .formatted(answer, person.account(), person.grants(), verdict));
        }
    }

    /** The questions of the matrix that are verbs of the order's table. */
    private static List<Question> verbs() throws IOException {
        return Matrix.all().stream()
                .flatMap(room -> room.questions().stream())
                .filter(question -> question.method().equals("POST") && name(question) != null)
                .toList();
    }

    private static String name(Question question) {
        Matcher verb = VERB.matcher(question.path());
        String name = verb.matches() ? verb.group(1).toUpperCase(Locale.ROOT).replace('-', '_') : "";
        return Oracle.verbs().contains(name) ? name : null;
    }

    private static Set<String> roles(String operation) {
        return Contract.operations().stream()
                .filter(each -> each.id().equals(operation))
                .findFirst()
                .map(each -> Set.copyOf(each.roles()))
                .orElse(Collections.emptySet());
    }

    private Api api(Oracle.Person person) {
        return apis.get(person.account());
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
