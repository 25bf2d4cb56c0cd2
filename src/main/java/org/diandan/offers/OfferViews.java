package org.diandan.offers;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.catalogue.Catalogue;
import org.diandan.http.Language;
import org.diandan.offers.OfferAccess.Opened;
import org.diandan.offers.OfferView.Risks;
import org.diandan.shared.Choice;
import org.diandan.shared.Texts;
import org.diandan.sites.Sites;
import org.diandan.visits.VisitFacts;
import org.diandan.visits.Visits;
import org.diandan.volunteers.Volunteers;
import org.jspecify.annotations.Nullable;

/** Makes what callers read of offers and of the open pool, in their language. */
@ApplicationScoped
class OfferViews {

    private final OfferAccess access;
    private final OfferRows rows;
    private final Visits visits;
    private final Volunteers volunteers;
    private final Catalogue catalogue;
    private final Sites sites;
    private final RisksTold risks;
    private final Language language;

    OfferViews(
            OfferAccess access,
            OfferRows rows,
            Visits visits,
            Volunteers volunteers,
            Catalogue catalogue,
            Sites sites,
            RisksTold risks,
            Language language) {
        this.access = access;
        this.rows = rows;
        this.visits = visits;
        this.volunteers = volunteers;
        this.catalogue = catalogue;
        this.sites = sites;
        this.risks = risks;
        this.language = language;
    }

    /** The offer as it is now, after what this transaction did. */
    OfferView of(UUID id) {
        rows.flush();
        Opened opened = access.read(id);
        Offer offer = opened.offer();
        VisitFacts visit = opened.visit();
        return new OfferView(
                id,
                offer.version(),
                visit.id(),
                visit.order(),
                offer.volunteer(),
                choice(offer.state()),
                offer.isClaimed(),
                service(visit),
                site(visit),
                visit.urgency(),
                visit.time().from(),
                visit.time().to(),
                visit.needed(),
                visit.taken(),
                offer.reasons().stream().map(this::choice).toList(),
                visits.notices(visit).stream().map(this::choice).toList(),
                risks.of(visit),
                optional(offer.reason()),
                optional(offer.endedBy()),
                offer.madeAt(),
                offer.isOpen() ? offer.expiresAt() : null,
                offer.answeredAt(),
                OfferAction.open(offer.state(), opened.who()));
    }

    List<OfferLine> lines(List<OfferRow> found) {
        Map<UUID, VisitFacts> facts =
                visits.facts(found.stream().map(OfferRow::visit).distinct().toList());
        Map<UUID, String> names = volunteers.names(
                found.stream().map(OfferRow::volunteer).distinct().toList());
        return found.stream()
                .map(row -> line(row, requireNonNull(facts.get(row.visit())), names.getOrDefault(row.volunteer(), "*")))
                .toList();
    }

    PoolLine pool(VisitFacts visit) {
        Risks told = risks.of(visit);
        return new PoolLine(
                visit.id(),
                service(visit),
                site(visit),
                visit.urgency(),
                visit.time().from(),
                visit.time().to(),
                visit.needed(),
                visit.taken(),
                told.version(),
                told.text());
    }

    private OfferLine line(OfferRow row, VisitFacts visit, String name) {
        return new OfferLine(
                row.id(),
                row.visit(),
                row.volunteer(),
                name,
                choice(row.state()),
                row.claimed(),
                service(visit),
                site(visit),
                visit.time().from(),
                visit.time().to(),
                optional(row.reason()),
                optional(row.endedBy()),
                row.madeAt(),
                row.state() == OfferState.OPEN ? row.expiresAt() : null,
                row.changedAt());
    }

    private @Nullable Choice optional(@Nullable Enum<?> value) {
        return value == null ? null : choice(value);
    }

    private Choice choice(Enum<?> value) {
        return new Choice(value.name(), Texts.of(value, language.locale()));
    }

    private Choice service(VisitFacts visit) {
        return new Choice(visit.service(), catalogue.get(visit.service()).name().in(language.locale()));
    }

    private Choice site(VisitFacts visit) {
        return new Choice(visit.site(), sites.get(visit.site()).name());
    }
}
