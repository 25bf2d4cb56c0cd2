package org.diandan.offers;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diandan.catalogue.Catalogue;
import org.diandan.http.Cursors;
import org.diandan.http.Language;
import org.diandan.identity.CurrentUser;
import org.diandan.shared.Choice;
import org.diandan.shared.Page;
import org.diandan.shared.Texts;
import org.diandan.sites.Sites;
import org.diandan.visits.VisitFacts;
import org.diandan.visits.Visits;
import org.diandan.volunteers.Volunteers;
import org.jspecify.annotations.Nullable;

/** What callers read of swaps, in their language. */
@ApplicationScoped
@Transactional
class SwapViews {

    private final SwapAccess access;
    private final OfferAccess offerAccess;
    private final SwapRows rows;
    private final OfferRows offers;
    private final Visits visits;
    private final Volunteers volunteers;
    private final Catalogue catalogue;
    private final Sites sites;
    private final RisksTold risks;
    private final Cursors cursors;
    private final CurrentUser user;
    private final Language language;

    SwapViews(
            SwapAccess access,
            OfferAccess offerAccess,
            SwapRows rows,
            OfferRows offers,
            Visits visits,
            Volunteers volunteers,
            Catalogue catalogue,
            Sites sites,
            RisksTold risks,
            Cursors cursors,
            CurrentUser user,
            Language language) {
        this.access = access;
        this.offerAccess = offerAccess;
        this.rows = rows;
        this.offers = offers;
        this.visits = visits;
        this.volunteers = volunteers;
        this.catalogue = catalogue;
        this.sites = sites;
        this.risks = risks;
        this.cursors = cursors;
        this.user = user;
        this.language = language;
    }

    /** The swap as it is now, after what this transaction did. */
    SwapView of(UUID id) {
        rows.flush();
        return views(List.of(access.read(id).swap())).get(0);
    }

    Page<SwapView> mine(@Nullable String cursor, int limit) {
        UUID account = user.account();
        return page(rows.mine(offers.centers(account), account, cursors.decode(cursor), limit), limit);
    }

    /** For a leader of the team and the chain. */
    Page<SwapView> ofVisit(UUID visit, @Nullable String cursor, int limit) {
        offerAccess.visitToRead(visit);
        return page(rows.ofVisit(visit, cursors.decode(cursor), limit), limit);
    }

    private Page<SwapView> page(List<Swap> found, int limit) {
        Page<Swap> page = Page.of(found, limit, swap -> cursors.encode(swap.id()));
        return new Page<>(views(page.items()), page.next());
    }

    private List<SwapView> views(Collection<Swap> swaps) {
        Set<UUID> people = swaps.stream()
                .flatMap(swap -> Stream.of(swap.giver(), swap.taker()))
                .collect(Collectors.toSet());
        Map<UUID, String> names = volunteers.names(people);
        Map<UUID, VisitFacts> facts =
                visits.facts(swaps.stream().map(Swap::visit).distinct().toList());
        return swaps.stream()
                .map(swap -> view(swap, requireNonNull(facts.get(swap.visit())), names))
                .toList();
    }

    private SwapView view(Swap swap, VisitFacts visit, Map<UUID, String> names) {
        Set<SwapWho> who = SwapWho.of(user.scope(), visit, swap.giver(), swap.taker());
        return new SwapView(
                swap.id(),
                swap.version(),
                swap.visit(),
                swap.giver(),
                names.getOrDefault(swap.giver(), "*"),
                swap.taker(),
                names.getOrDefault(swap.taker(), "*"),
                choice(swap.state()),
                new Choice(
                        visit.service(), catalogue.get(visit.service()).name().in(language.locale())),
                new Choice(visit.site(), sites.get(visit.site()).name()),
                visit.time().from(),
                visit.time().to(),
                risks.of(visit),
                swap.reason() == null ? null : choice(swap.reason()),
                swap.askedAt(),
                swap.acceptedAt(),
                swap.state().isPending() ? swap.expiresAt() : null,
                swap.endedAt(),
                SwapAction.open(swap.state(), who));
    }

    private Choice choice(Enum<?> value) {
        return new Choice(value.name(), Texts.of(value, language.locale()));
    }
}
