package org.diandan.visits;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diandan.catalogue.Catalogue;
import org.diandan.catalogue.CertificateRule;
import org.diandan.orders.OrderFacts;
import org.diandan.residents.Residents;
import org.diandan.shared.Refused;
import org.diandan.volunteers.Qualification;
import org.diandan.volunteers.Qualifications;
import org.diandan.volunteers.VolunteerFacts;
import org.diandan.volunteers.Volunteers;

/**
 * Whether a volunteer may come to a visit: is one, does not serve themselves, is grown up or comes with an adult, is wanted by
 * the resident, and holds what the service needs at the time of the visit (Volunteer Service Regulation, articles 15 to 17).
 */
@ApplicationScoped
class Fitness {

    private final Volunteers volunteers;
    private final Qualifications qualifications;
    private final Residents residents;
    private final Unwelcome unwelcome;
    private final Together together;
    private final Catalogue catalogue;

    Fitness(
            Volunteers volunteers,
            Qualifications qualifications,
            Residents residents,
            Unwelcome unwelcome,
            Together together,
            Catalogue catalogue) {
        this.volunteers = volunteers;
        this.qualifications = qualifications;
        this.residents = residents;
        this.unwelcome = unwelcome;
        this.together = together;
        this.catalogue = catalogue;
    }

    /** @throws Refused if the volunteer may not come; a full place or another visit then are not asked here */
    VolunteerFacts check(UUID account, VisitFacts visit, OrderFacts order) {
        VolunteerFacts volunteer = volunteers
                .find(account)
                .filter(VolunteerFacts::active)
                .orElseThrow(VisitsProblem.NOT_A_VOLUNTEER::because);
        if (account.equals(order.requester())
                || account.equals(residents.facts(order.resident()).account())) {
            throw VisitsProblem.OWN_ORDER.because();
        }
        if (volunteer.minor() && visit.lead() == null) {
            throw VisitsProblem.MINOR_NEEDS_ADULT.because();
        }
        if (unwelcome.of(visit.resident()).contains(account)) {
            throw VisitsProblem.NOT_WELCOME.because();
        }
        together.check(volunteer, visit, order);
        papers(account, visit).ifPresent(refused -> {
            throw refused;
        });
        return volunteer;
    }

    /** What is missing of certificates and insurance at the time of the visit; checked at accept, scheduling and check-in. */
    Optional<Refused> papers(UUID account, VisitFacts visit) {
        var service = catalogue.get(visit.service());
        Qualification held =
                qualifications.of(account, visit.service(), visit.time().from());
        if (service.certificateRule() == CertificateRule.EVERY_VOLUNTEER && !held.complete()) {
            return Optional.of(held.expired().isEmpty() ? missing(held.missing()) : expired(held));
        }
        boolean uninsured = visit.insurance() && !held.insured();
        return uninsured ? Optional.of(VisitsProblem.INSURANCE_MISSING.because()) : Optional.empty();
    }

    /** Tells whether the volunteer holds what the service needs in any case; a work order may ask for insurance besides. */
    boolean isQualified(UUID account, String service, Instant at) {
        var item = catalogue.get(service);
        Qualification held = qualifications.of(account, service, at);
        return (item.certificateRule() != CertificateRule.EVERY_VOLUNTEER || held.complete())
                && (!item.insurance() || held.insured());
    }

    private static Refused missing(List<String> kinds) {
        return VisitsProblem.CERTIFICATE_MISSING.because(String.join(", ", kinds));
    }

    private static Refused expired(Qualification held) {
        var first = held.expired().entrySet().iterator().next();
        return VisitsProblem.CERTIFICATE_EXPIRED.because(first.getKey(), first.getValue());
    }
}
