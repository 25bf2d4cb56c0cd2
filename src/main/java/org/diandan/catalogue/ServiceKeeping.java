package org.diandan.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.diandan.http.Fault;
import org.diandan.http.HttpProblem;
import org.diandan.http.IfMatch;
import org.diandan.shared.Texts;

/** Adds and changes services. */
@ApplicationScoped
@Transactional
class ServiceKeeping {

    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(12);

    private final CatalogueRows rows;
    private final Catalogue catalogue;

    ServiceKeeping(CatalogueRows rows, Catalogue catalogue) {
        this.rows = rows;
        this.catalogue = catalogue;
    }

    ServiceItem enter(EnterService request, Locale language) {
        ServiceItem service = request.item();
        check(service, language);
        if (!rows.add(service)) {
            throw CatalogueProblem.SERVICE_EXISTS.because(service.code());
        }
        catalogue.forget();
        return service;
    }

    ServiceItem change(String code, ChangeService request, IfMatch ifMatch, Locale language) {
        ifMatch.check(rows.lockVersion(code).orElseThrow(HttpProblem.NOT_FOUND::because));
        // What was remembered may be older than the version that was locked.
        ServiceItem before = Objects.requireNonNull(rows.content().services().get(code));
        ServiceItem after = request.of(before);
        check(after, language);
        rows.change(after);
        if (after.riskVersion() != before.riskVersion()) {
            rows.addRisks(after);
        }
        catalogue.forget();
        return after;
    }

    /** Every text of risks that a service ever had, the latest first. */
    List<RiskView> risks(String code, Locale language) {
        return rows.risks(code).stream()
                .map(row -> new RiskView(
                        ((Number) row[0]).intValue(),
                        RiskClass.valueOf((String) row[1]),
                        new Bilingual((String) row[2], (String) row[3]).in(language)))
                .toList();
    }

    /** What no constraint of a single value can say. */
    private void check(ServiceItem service, Locale language) {
        List<Fault> faults = new ArrayList<>();
        if (!catalogue.isCategory(service.category())) {
            faults.add(fault("/category", "category", language));
        }
        for (int i = 0; i < service.certificates().size(); i++) {
            if (catalogue.certificateKind(service.certificates().get(i)).isEmpty()) {
                faults.add(fault("/certificates/" + i, "certificate", language));
            }
        }
        if (service.pairRule() == PairRule.TWO_PEOPLE && service.people() < 2) {
            faults.add(fault("/people", "two-people", language));
        }
        if (service.usualDuration().compareTo(SHORTEST) < 0
                || service.usualDuration().compareTo(LONGEST) > 0) {
            faults.add(fault("/usualDuration", "duration", language));
        }
        checkQuestions(service, faults, language);
        if (!faults.isEmpty()) {
            throw Fault.refuse(faults);
        }
    }

    private static void checkQuestions(ServiceItem service, List<Fault> faults, Locale language) {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < service.questions().size(); i++) {
            Question question = service.questions().get(i);
            if (!codes.add(question.code())) {
                faults.add(fault("/questions/" + i + "/code", "twice", language));
            }
            if ((question.kind() == QuestionKind.CHOICE) == question.options().isEmpty()) {
                faults.add(fault("/questions/" + i + "/options", "options", language));
            }
        }
        Set<String> items = new HashSet<>();
        for (int i = 0; i < service.checklist().size(); i++) {
            if (!items.add(service.checklist().get(i).code())) {
                faults.add(fault("/checklist/" + i + "/code", "twice", language));
            }
        }
    }

    private static Fault fault(String pointer, String key, Locale language) {
        return Fault.at(pointer, Texts.of(ServiceItem.class, "service." + key, language));
    }
}
