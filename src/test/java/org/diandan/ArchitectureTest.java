package org.diandan;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.persistence.Entity;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diandan.http.Idempotent;
import org.junit.jupiter.api.Test;

/** The house as docs/architecture.md draws it. */
class ArchitectureTest {

    private static final Set<String> PIPES =
            Set.of("shared", "http", "timers", "outbox", "rights", "audit", "jobs", "keys", "gateways");

    /** What each room may use, from the ground up; a new room or arrow needs a record in docs/adr. */
    private static final Map<String, Set<String>> MAY_USE = new LinkedHashMap<>();

    static {
        MAY_USE.put("shared", Set.of());
        MAY_USE.put("startup", Set.of("shared"));
        MAY_USE.put("assignment", Set.of("shared"));
        MAY_USE.put("backup", Set.of("shared"));
        MAY_USE.put("keys", Set.of("shared"));
        MAY_USE.put("http", Set.of("shared", "keys"));
        MAY_USE.put("timers", Set.of("shared"));
        MAY_USE.put("outbox", Set.of("shared"));
        MAY_USE.put("rights", Set.of("shared", "keys", "http", "timers"));
        MAY_USE.put("audit", Set.of("shared", "http", "rights"));
        MAY_USE.put("jobs", Set.of("shared", "http", "rights"));
        MAY_USE.put("gateways", Set.of("shared"));
        MAY_USE.put("sites", PIPES);
        MAY_USE.put("identity", and(PIPES, "sites"));
        MAY_USE.put("catalogue", and(PIPES, "sites", "identity"));
        MAY_USE.put("residents", and(PIPES, "sites", "identity"));
        MAY_USE.put("tasks", and(PIPES, "sites", "identity"));
        MAY_USE.put("policies", and(PIPES, "sites", "identity"));
        MAY_USE.put("volunteers", and(PIPES, "sites", "identity", "catalogue", "tasks"));
        Set<String> belowOrders = and(MAY_USE.get("volunteers"), "volunteers", "residents");
        MAY_USE.put("orders", belowOrders);
        MAY_USE.put("matching", and(belowOrders, "policies", "orders", "assignment"));
        MAY_USE.put("visits", and(belowOrders, "policies", "orders"));
        MAY_USE.put("offers", and(belowOrders, "policies", "orders", "visits"));
        MAY_USE.put("notifications", and(PIPES, "identity", "tasks", "orders"));
        MAY_USE.put("demo", and(belowOrders, "orders", "matching", "visits", "offers"));
    }

    @Test
    void theRoomsAreThoseThatAreDrawnAndNoneIsDivided() {
        assertThat(Code.ALL).allSatisfy(each -> assertThat(each.getPackageName())
                .as(each.getName())
                .isIn(MAY_USE.keySet().stream()
                        .map(room -> "org.diandan." + room)
                        .toList()));
    }

    @Test
    void theArrowsAllPointDown() {
        List<String> rooms = List.copyOf(MAY_USE.keySet());
        MAY_USE.forEach((room, used) ->
                assertThat(rooms.subList(0, rooms.indexOf(room))).as(room).containsAll(used));
    }

    @Test
    void aRoomUsesThoseBelowItAndOfTheOthersHearsTheNewsAlone() {
        Set<JavaClass> news = news();
        List<String> arrows = new ArrayList<>();
        for (JavaClass origin : Code.ALL) {
            for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                boolean other = target.getPackageName().startsWith("org.diandan.")
                        && !Code.room(target).equals(Code.room(origin));
                if (other && !MAY_USE.get(Code.room(origin)).contains(Code.room(target)) && !news.contains(target)) {
                    arrows.add(Code.room(origin) + " -> " + Code.room(target) + ": " + dependency.getDescription());
                }
            }
        }
        assertThat(arrows).isEmpty();
    }

    /** The records that a room tells by {@code Event<…>}. */
    private static Set<JavaClass> news() {
        return Code.ALL.stream()
                .flatMap(teller -> Stream.concat(
                                teller.getFields().stream().map(field -> field.getType()),
                                teller.getConstructors().stream().flatMap(each -> each.getParameterTypes().stream()))
                        .filter(type -> type.toErasure().isEquivalentTo(Event.class))
                        .flatMap(ArchitectureTest::argument)
                        .filter(told -> Code.room(told).equals(Code.room(teller)) && told.isRecord()))
                .collect(Collectors.toSet());
    }

    private static Stream<JavaClass> argument(JavaType type) {
        return type instanceof JavaParameterizedType generic
                ? generic.getActualTypeArguments().stream().map(JavaType::toErasure)
                : Stream.empty();
    }

    @Test
    void anEndpointIsPublicSaysWhoMayCallItAndHasAName() {
        check(methods()
                .that(ARE_ENDPOINTS)
                .should()
                .bePublic()
                .andShould(beAnnotatedWith(org.eclipse.microprofile.openapi.annotations.Operation.class))
                .andShould(DECLARE_THEIR_CALLERS));
    }

    @Test
    void aResourceDeclaresTheRootOfItsTree() {
        // A class at a path with a template makes its siblings answer 404 (quarkus issues 18542, 43065).
        check(classes().that().areAnnotatedWith(Path.class).should(new ArchCondition<>("declare a root") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String path = type.getAnnotationOfType(Path.class).value();
                if (!path.matches("/[a-z0-9-]*")) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is at " + path));
                }
            }
        }));
    }

    @Test
    void noEntityCrossesTheBorder() {
        check(noMethods().that(ARE_ENDPOINTS).should(INVOLVE_AN_ENTITY));
    }

    @Test
    void whatMayBeRepeatedReturnsARecord() {
        check(noMethods().that().areAnnotatedWith(Idempotent.class).should(new ArchCondition<>("return a response") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                JavaClass type = method.getRawReturnType();
                boolean response = type.isAssignableTo(jakarta.ws.rs.core.Response.class)
                        || type.isAssignableTo(org.jboss.resteasy.reactive.RestResponse.class);
                events.add(new SimpleConditionEvent(
                        method, response, method.getFullName() + " returns " + type.getName()));
            }
        }));
    }

    @Test
    void anEntityHasVerbsNotSetters() {
        check(noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameMatching("set[A-Z].*"));
    }

    @Test
    void timeAndChanceComeThroughTheConstructor() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.diandan.shared.OutsideWorld")
                .should()
                .callMethodWhere(TELLS_THE_TIME_OR_CASTS_A_DIE)
                .orShould()
                .callConstructor(Date.class)
                .orShould()
                .callConstructor(Random.class));
    }

    @Test
    void aClassIsNamedForWhatItIs() {
        // A service is what a resident orders, and so a dispatcher may enter or change one.
        check(noClasses()
                .should()
                .haveNameMatching(
                        ".*(Manager|Helper|Utils?|Impl|Dto|DTO|(?<!Enter|Change)Service|Common|Base)(\\$.*)?"));
    }

    /**
     * Those who read contact data or circumstances and show none: a list with masked names, texts that go to the
     * person themselves, the worth of an order as one number.
     */
    private static final Set<String> SHOW_NOBODY =
            Set.of("CodeMessage", "Outlooks", "Register", "Residents", "TakenMessage", "Worths");

    @Test
    void whoReadsContactDataTellsTheAudit() {
        Set<String> reading = Code.ALL.stream()
                .filter(type -> type.getMethodCallsFromSelf().stream().anyMatch(READS_CONTACT_DATA))
                .filter(type -> type.getMethodCallsFromSelf().stream()
                        .noneMatch(call -> call.getTargetOwner().getSimpleName().equals("Audit")))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
        assertThat(reading).isEqualTo(SHOW_NOBODY);
    }

    @Test
    void onlyItsOwnRoomKnowsAnEntity() {
        check(classes().that().areAnnotatedWith(Entity.class).should().notBePublic());
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(Code.ALL);
    }

    private static Set<String> and(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    private static final Predicate<JavaMethodCall> READS_CONTACT_DATA =
            call -> Set.of("Residents.contact", "Residents.contacts", "Residents.circumstances", "Accounts.contact")
                    .contains(call.getTargetOwner().getSimpleName() + "." + call.getName());

    private static final DescribedPredicate<JavaMethod> ARE_ENDPOINTS = DescribedPredicate.describe(
            "are endpoints", method -> Stream.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class)
                    .anyMatch(method::isAnnotatedWith));

    private static final ArchCondition<JavaMethod> DECLARE_THEIR_CALLERS = new ArchCondition<>("declare who may call") {
        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            boolean declared = Stream.of(RolesAllowed.class, PermitAll.class, Authenticated.class)
                    .anyMatch(each ->
                            method.isAnnotatedWith(each) || method.getOwner().isAnnotatedWith(each));
            events.add(new SimpleConditionEvent(method, declared, method.getFullName() + " says who may call it"));
        }
    };

    private static final ArchCondition<JavaMethod> INVOLVE_AN_ENTITY = new ArchCondition<>("involve an entity") {
        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                    .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                    .forEach(type -> events.add(new SimpleConditionEvent(
                            method,
                            type.isAnnotatedWith(Entity.class),
                            method.getFullName() + " shows " + type.getName())));
        }
    };

    private static final DescribedPredicate<JavaMethodCall> TELLS_THE_TIME_OR_CASTS_A_DIE =
            DescribedPredicate.describe("tells the time or casts a die", call -> {
                AccessTarget.MethodCallTarget target = call.getTarget();
                boolean clock = Stream.of(
                                Instant.class,
                                LocalDate.class,
                                LocalDateTime.class,
                                OffsetDateTime.class,
                                ZonedDateTime.class)
                        .anyMatch(target.getOwner()::isEquivalentTo);
                return (clock
                                && target.getName().equals("now")
                                && !target.getRawParameterTypes().stream()
                                        .anyMatch(type -> type.isEquivalentTo(Clock.class)))
                        || (target.getOwner().isEquivalentTo(Clock.class)
                                && target.getName().startsWith("system"))
                        || (target.getOwner().isEquivalentTo(System.class)
                                && target.getName().equals("currentTimeMillis"))
                        || (target.getOwner().isEquivalentTo(UUID.class)
                                && target.getName().equals("randomUUID"))
                        || (target.getOwner().isEquivalentTo(Math.class)
                                && target.getName().equals("random"));
            });
}
