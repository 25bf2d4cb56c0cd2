package org.diandan.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.diandan.shared.Urgency;
import org.diandan.walls.Oracle;
import org.diandan.walls.Oracle.Verdict;
import org.junit.jupiter.api.Test;

/**
 * What somebody is to an order and may do to it, against a second implementation: a million times somebody, something and a
 * verb, drawn so that they often have to do with each other. Among the places are those whose codes begin alike.
 */
class OrderOracleTest {

    private static final int CASES = Integer.getInteger("oracle.cases", 1_000_000);
    private static final long SEED = Long.getLong("oracle.seed", 20261123);
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    /** Counties, townships and villages; a point of each level; neighbours in code on either side. */
    private static final List<String> SITES = List.of(
            "330106",
            "330105",
            "330107",
            "330110",
            "331006",
            "440106",
            "330106001",
            "330106010",
            "330106100",
            "330105001",
            "330106002",
            "330106001001",
            "330106001010",
            "330106001100",
            "330106010001",
            "330106002001",
            "330105001001",
            "330106-001",
            "330106001-001",
            "330106001001-001",
            "330106001001-010",
            "330105001001-001");

    private static final List<String> AREAS = new ArrayList<>(SITES);

    static {
        AREAS.addAll(List.of("33", "3301", "3310", "44", "4401"));
    }

    private final Random random = new Random(SEED);
    private final Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC), random);
    private final List<UUID> teams = some();
    private final List<UUID> people = some();

    private List<UUID> some() {
        List<UUID> some = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            some.add(ids.of("330106"));
        }
        return some;
    }

    @Test
    void theProgramSaysWhatTheOracleSays() {
        System.out.println("Oracle: " + CASES + " cases, seed " + SEED);
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        List<String> verbs = Oracle.verbs().stream().sorted().toList();
        Order order = order();
        for (int i = 0; i < CASES; i++) {
            if (i % 16 == 0) {
                order = order();
            }
            List<Party> parties = parties(order);
            Scope scope = new Scope(pick(people), grants());
            String verb = pick(verbs);

            Set<Part> parts = Parties.parts(order, parties, scope);
            Verdict program = parts.isEmpty()
                    ? Verdict.NOTHING_THERE
                    : OrderAction.valueOf(verb).isFor(parts) ? Verdict.THEIRS : Verdict.NOT_THEIRS;
            Verdict oracle = Oracle.does(person(scope), facts(order, parties), verb);
            if (program != oracle) {
                assertThat(program)
                        .as(
                                "case %d: %s of %s with %s by %s",
                                i, verb, order.need().site(), parts, scope)
                        .isEqualTo(oracle);
            }
            verdicts.merge(oracle, 1, Integer::sum);
        }
        System.out.println("Oracle: " + verdicts);
        assertThat(verdicts.values()).as("each often enough").allMatch(count -> count > CASES / 50);
    }

    /** What no person does by hand is the program's; all else stands in the oracle too. */
    @Test
    void theOracleKnowsEachVerb() {
        Set<OrderAction> byPeople = EnumSet.allOf(OrderAction.class);
        byPeople.removeIf(action -> action.by().equals(Set.of(Part.PROGRAM)) || action == OrderAction.PLACE);

        assertThat(Oracle.verbs())
                .containsExactlyInAnyOrderElementsOf(
                        byPeople.stream().map(Enum::name).toList());
    }

    private Order order() {
        Caller requester = new Caller(
                Actor.of(pick(people)), EnumSet.of(random.nextBoolean() ? Part.CLERK : Part.SERVED), Set.of());
        Need need = new Need(
                "home-haircut", pick(SITES), Urgency.NORMAL, Channel.PHONE, "x", Map.of(), null, 1, new Company());
        Order order = new Order(ids.of("330106"), "1", need, ids.of("330106"), requester, NOW);
        if (random.nextBoolean()) {
            order.takeOn(OrderFixture.dispatcherOf("330106"), NOW);
            order.acceptRouting(OrderFixture.somebody(Part.LEADER), ids.of("330106"), pick(teams), NOW);
        }
        return order;
    }

    private List<Party> parties(Order order) {
        List<Party> parties = new ArrayList<>();
        if (random.nextInt(4) > 0) {
            parties.add(new Party(order.id(), PartyKind.REQUESTER, order.requester(), NOW));
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            PartyKind kind = pick(List.of(PartyKind.values()));
            Party party = new Party(order.id(), kind, pick(kind == PartyKind.TEAM ? teams : people), NOW);
            if (random.nextInt(3) == 0) {
                party.end(NOW);
            }
            parties.add(party);
        }
        return parties;
    }

    private List<Scope.Grant> grants() {
        List<Scope.Grant> grants = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Role role = pick(List.of(Role.values()));
            grants.add(new Scope.Grant(
                    role,
                    switch (role.reach()) {
                        case SELF, INSTALLATION -> "";
                        case TEAM -> pick(teams).toString();
                        case AREA -> pick(AREAS);
                    }));
        }
        return grants;
    }

    private static Oracle.Person person(Scope scope) {
        return new Oracle.Person(
                scope.account(),
                scope.grants().stream()
                        .map(grant -> new Oracle.Grant(grant.role().name(), grant.scope()))
                        .toList());
    }

    private static Oracle.Order facts(Order order, List<Party> parties) {
        return new Oracle.Order(
                order.need().site(),
                order.team(),
                order.placedAs() == Part.CLERK ? order.requester() : null,
                parties.stream()
                        .filter(Party::isNow)
                        .map(party -> new Oracle.Share(party.kind().name(), party.party()))
                        .toList());
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
