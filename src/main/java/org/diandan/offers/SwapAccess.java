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

/** Opens a swap for whom it exists: the two volunteers, the team's leaders, the chain. For everyone else it does not (404). */
@ApplicationScoped
class SwapAccess {

    private final SwapRows rows;
    private final Visits visits;
    private final OrderProgress orders;
    private final CurrentUser user;
    private final IfMatch ifMatch;

    SwapAccess(SwapRows rows, Visits visits, OrderProgress orders, CurrentUser user, IfMatch ifMatch) {
        this.rows = rows;
        this.visits = visits;
        this.orders = orders;
        this.user = user;
        this.ifMatch = ifMatch;
    }

    /** A swap, its visit, and what the caller is to it. */
    record OpenedSwap(Swap swap, VisitFacts visit, Set<SwapWho> who, Actor actor) {}

    /** Opens a swap to read it. */
    OpenedSwap read(UUID id) {
        Swap swap = rows.get(id);
        VisitFacts visit = visits.facts(swap.visit());
        Set<SwapWho> who = SwapWho.of(user.scope(), visit, swap.giver(), swap.taker());
        if (who.isEmpty() && !user.scope().covers(visit.site(), Role.AUDITOR)) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return new OpenedSwap(swap, visit, who, user.actor());
    }

    /** Opens a swap to move it: nobody else can until the transaction ends, and a stale If-Match is refused. */
    OpenedSwap move(UUID id) {
        orders.lock(rows.orderOf(id));
        OpenedSwap opened = read(id);
        ifMatch.check(opened.swap().version());
        return opened;
    }
}
