package org.diandan.offers;

import jakarta.enterprise.context.ApplicationScoped;
import org.diandan.catalogue.Catalogue;
import org.diandan.catalogue.ServiceItem;
import org.diandan.http.Language;
import org.diandan.offers.OfferView.Risks;
import org.diandan.visits.VisitFacts;

/** The risks are told before accepting (Volunteer Service Regulation, article 12), and acknowledged by their version. */
@ApplicationScoped
class RisksTold {

    private final Catalogue catalogue;
    private final Language language;

    RisksTold(Catalogue catalogue, Language language) {
        this.catalogue = catalogue;
        this.language = language;
    }

    Risks of(VisitFacts visit) {
        ServiceItem service = catalogue.get(visit.service());
        return new Risks(
                service.riskVersion(),
                service.riskClass().name(),
                service.risks().in(language.locale()),
                visit.insurance());
    }

    /** @throws org.diandan.shared.Refused if it is not the version that is told now */
    void check(VisitFacts visit, int acknowledged) {
        int version = catalogue.get(visit.service()).riskVersion();
        if (acknowledged != version) {
            throw OffersProblem.RISKS_NOT_ACKNOWLEDGED.because(version).with("riskVersion", version);
        }
    }
}
