package org.diandan.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.diandan.http.Resource;
import org.diandan.shared.Choice;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;

/**
 * A service with all that one must know to order it, in the caller's language; {@link ServiceItem} explains each part.
 *
 * @param actions what the caller may do with it now
 */
record ServiceView(
        String code,
        Choice category,
        boolean active,
        String name,
        String description,
        RiskView risks,
        List<Choice> certificates,
        CertificateRule certificateRule,
        boolean insurance,
        boolean takenOnAutomatically,
        boolean photo,
        boolean needsCircumstances,
        int people,
        PairRule pairRule,
        Duration usualDuration,
        List<Asked> questions,
        List<Choice> checklist,
        int version,
        List<Action> actions)
        implements Resource {

    /** What may be done with a service. */
    enum Action {
        CHANGE
    }

    /** A question. */
    record Asked(String code, String text, QuestionKind kind, boolean required, List<Choice> options) {}

    static ServiceView of(ServiceItem service, Catalogue catalogue, Scope scope, Locale language) {
        return new ServiceView(
                service.code(),
                choice(catalogue.category(service.category()), language),
                service.active(),
                service.name().in(language),
                service.description().in(language),
                new RiskView(
                        service.riskVersion(),
                        service.riskClass(),
                        service.risks().in(language)),
                service.certificates().stream()
                        .flatMap(kind -> catalogue.certificateKind(kind).stream())
                        .map(kind -> new Choice(kind.code(), kind.name().in(language)))
                        .toList(),
                service.certificateRule(),
                service.insurance(),
                service.takenOnAutomatically(),
                service.photo(),
                service.needsCircumstances(),
                service.people(),
                service.pairRule(),
                service.usualDuration(),
                service.questions().stream()
                        .map(question -> asked(question, language))
                        .toList(),
                service.checklist().stream()
                        .map(item -> new Choice(item.code(), item.text().in(language)))
                        .toList(),
                catalogue.version(service.code()),
                scope.holds(Role.ADMIN) ? List.of(Action.CHANGE) : List.of());
    }

    private static Asked asked(Question question, Locale language) {
        return new Asked(
                question.code(),
                question.text().in(language),
                question.kind(),
                question.required(),
                question.options().stream()
                        .map(option -> new Choice(option.code(), option.text().in(language)))
                        .toList());
    }

    static Choice choice(Category category, Locale language) {
        return new Choice(category.code(), category.name().in(language));
    }

    @Override
    public String path() {
        return "/services/" + code;
    }
}
