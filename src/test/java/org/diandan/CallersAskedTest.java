package org.diandan;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diandan.audit.Audit;
import org.diandan.identity.CurrentUser;
import org.diandan.shared.Scope;
import org.diandan.shared.Wall;
import org.junit.jupiter.api.Test;

/**
 * No endpoint comes to what it shows without a question to the caller's scope or account on its way: what a room loads by an id
 * passes the room's access class, which decides by what was loaded. That it decides well is the matrix's and the oracle's
 * to show; that it is asked at all is shown here, for the endpoint that somebody writes tomorrow.
 */
class CallersAskedTest {

    /** What asks nobody, by the reason. */
    private static final Map<String, Set<String>> ASK_NOBODY = Map.ofEntries(
            Map.entry("signing in, before anybody is known", Set.of("AuthResource.askForCode", "AuthResource.signOut")),
            Map.entry(
                    "the installation's, and the role alone decides",
                    Set.of("DivisionResource.bringIn", "ServiceResource.change", "ServiceResource.enter")),
            Map.entry(
                    "what a Center shows to everybody",
                    Set.of(
                            "MenuResource.read",
                            "OrganisationResource.organisations",
                            "OrganisationResource.see",
                            "SiteResource.calendar",
                            "SiteResource.list",
                            "TeamResource.teams",
                            "TimeLimitResource.list",
                            "TimeLimitResource.read")),
            Map.entry(
                    "the catalogue and the divisions",
                    Set.of(
                            "CategoryResource.list",
                            "CertificateKindResource.list",
                            "DivisionResource.list",
                            "DivisionResource.read",
                            "ServiceResource.list",
                            "ServiceResource.read",
                            "ServiceResource.risks")),
            Map.entry(
                    "a list to choose from",
                    Set.of(
                            "ChoiceResource.actions",
                            "ChoiceResource.channels",
                            "ChoiceResource.reasons",
                            "ChoiceResource.states",
                            "CircumstanceResource.list",
                            "ConsentResource.list",
                            "DeclineReasonResource.reasons",
                            "OfferChoiceResource.declineReasons",
                            "OfferChoiceResource.states",
                            "OfferChoiceResource.swapStates",
                            "RelationResource.list",
                            "ServiceResource.choices",
                            "SiteResource.choices",
                            "TaskKindResource.list",
                            "VisitChoiceResource.attendanceStates",
                            "VisitChoiceResource.outcomes",
                            "VisitChoiceResource.reasons",
                            "VisitChoiceResource.states",
                            "VolunteerResource.choices")));

    /** Looks at the caller for its own ends: to write down who it was, to know their Centers. */
    private static final Set<Class<?>> NO_JUDGES = Set.of(Audit.class, Wall.class);

    private static final Set<String> QUESTIONS = Set.of("covers", "areas", "teams", "isIn", "centers", "account");

    @Test
    void everyEndpointAsksWhoCallsOrSaysWhyNot() {
        assertThat(askingNobody(Code.ALL))
                .containsExactlyInAnyOrderElementsOf(
                        ASK_NOBODY.values().stream().flatMap(Set::stream).toList());
    }

    /** The control: an endpoint that takes an id to its rows and asks nothing is found. */
    @Test
    void anEndpointThatAsksNobodyIsFound() {
        JavaClasses classes =
                new ClassFileImporter().importClasses(Careless.class, Rows.class, Careful.class, Scope.class);

        assertThat(askingNobody(classes)).containsExactly("Careless.get");
    }

    static class Rows {
        String of(UUID id) {
            return id.toString();
        }
    }

    static class Careless {
        @GET
        public String get(UUID id) {
            return new Rows().of(id);
        }
    }

    static class Careful {
        private final Scope scope = Scope.NONE;

        @GET
        public String get(UUID id) {
            return Stream.of(id).map(each -> read(each)).findFirst().orElseThrow();
        }

        private String read(UUID id) {
            return scope.covers("371625") ? new Rows().of(id) : "";
        }
    }

    private static Set<String> askingNobody(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(CallersAskedTest::isEndpoint)
                .filter(endpoint -> !asks(endpoint))
                .map(endpoint -> endpoint.getOwner().getSimpleName() + "." + endpoint.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isEndpoint(JavaMethod method) {
        return Stream.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class)
                .anyMatch(method::isAnnotatedWith);
    }

    private static boolean asks(JavaMethod endpoint) {
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> toSee = new ArrayDeque<>(List.of(endpoint));
        while (!toSee.isEmpty()) {
            JavaCodeUnit unit = toSee.pop();
            if (!seen.add(unit)) {
                continue;
            }
            if (unit.getCallsFromSelf().stream().anyMatch(call -> isQuestion(call.getTarget()))) {
                return true;
            }
            unit.getCallsFromSelf().forEach(call -> toSee.addAll(behind(call.getTarget())));
            unit.getMethodReferencesFromSelf().forEach(reference -> toSee.addAll(behind(reference.getTarget())));
        }
        return false;
    }

    private static boolean isQuestion(CodeUnitAccessTarget target) {
        JavaClass owner = target.getOwner();
        return (owner.isEquivalentTo(Scope.class) && QUESTIONS.contains(target.getName()))
                || (owner.isEquivalentTo(CurrentUser.class) && target.getName().equals("account"));
    }

    /** The method called, or what stands for it in those that implement an interface of ours. */
    private static Set<JavaCodeUnit> behind(CodeUnitAccessTarget target) {
        JavaClass owner = target.getOwner();
        if (!owner.getPackageName().startsWith("org.diandan")
                || NO_JUDGES.stream().anyMatch(owner::isEquivalentTo)) {
            return Set.of();
        }
        return Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream())
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getName().equals(target.getName()))
                .collect(Collectors.toSet());
    }
}
