package org.diandan.offers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.diandan.http.HttpProblem;
import org.diandan.http.IfMatch;
import org.diandan.identity.CurrentUser;
import org.diandan.orders.OrderProgress;
import org.diandan.shared.Actor;
import org.diandan.shared.Role;
import org.diandan.visits.VisitFacts;
import org.diandan.visits.Visits;
import org.diandan.visits.Who;

/** Opens an offer for whom it exists: its volunteer, the team's leaders, the chain. For everyone else it does not (404). */
@ApplicationScoped
class OfferAccess {

    private final OfferRows rows;
    private final Visits visits;
    private final OrderProgress orders;
    private final CurrentUser user;
    private final IfMatch ifMatch;

    OfferAccess(OfferRows rows, Visits visits, OrderProgress orders, CurrentUser user, IfMatch ifMatch) {
        this.rows = rows;
        this.visits = visits;
        this.orders = orders;
        this.user = user;
        this.ifMatch = ifMatch;
    }

    /** An offer, its visit, and what the caller is to it. */
    record Opened(Offer offer, VisitFacts visit, Set<Who> who, Actor actor) {}

    /** Opens an offer to read it. */
    Opened read(UUID id) {
        Offer offer = rows.get(id);
        VisitFacts visit = visits.facts(offer.visit());
        Set<Who> who = Who.of(user.scope(), visit, offer.volunteer());
        who.remove(Who.LEAD_VOLUNTEER);
        if (who.isEmpty() && !user.scope().covers(visit.site(), Role.AUDITOR)) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return new Opened(offer, visit, who, user.actor());
    }

    /** Opens an offer to answer it: nobody else can until the transaction ends, and a stale If-Match is refused. */
    Opened move(UUID id) {
        orders.lock(rows.orderOf(id));
        Opened opened = read(id);
        ifMatch.check(opened.offer().version());
        return opened;
    }

    /** A visit whose offers the caller may see all: a leader of its team, or the chain. */
    VisitFacts visitToRead(UUID visit) {
        VisitFacts facts = visits.see(visit, user.scope());
        Set<Who> who = Who.of(user.scope(), facts, null);
        who.remove(Who.LEAD_VOLUNTEER);
        if (who.isEmpty() && !user.scope().covers(facts.site(), Role.AUDITOR)) {
            throw OffersProblem.NOT_YOUR_LIST.because();
        }
        return facts;
    }
}
