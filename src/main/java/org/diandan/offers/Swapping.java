package org.diandan.offers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.diandan.http.HttpProblem;
import org.diandan.identity.CurrentUser;
import org.diandan.offers.SwapAccess.OpenedSwap;
import org.diandan.offers.SwapCommands.AcceptSwap;
import org.diandan.offers.SwapCommands.AskSwap;
import org.diandan.offers.SwapCommands.DeclineSwap;
import org.diandan.offers.SwapCommands.RefuseSwap;
import org.diandan.orders.OrderProgress;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.timers.Timers;
import org.diandan.visits.PlaceFreed;
import org.diandan.visits.VisitAction;
import org.diandan.visits.VisitFacts;
import org.diandan.visits.VisitMoved;
import org.diandan.visits.Visits;
import org.jspecify.annotations.Nullable;

/**
 * Swaps of a place: one volunteer asks another, who says yes or no, and a leader of the team agrees or not. The place changes
 * hands only then, with every check for the one who takes it.
 */
@ApplicationScoped
@Transactional
class Swapping {

    private static final Set<SwapWho> PROGRAM = Set.of(SwapWho.PROGRAM);

    private final SwapAccess access;
    private final SwapRows rows;
    private final SwapViews views;
    private final OfferRows offers;
    private final Offering offering;
    private final Candidates candidates;
    private final Visits visits;
    private final OrderProgress orders;
    private final RisksTold risks;
    private final Timers timers;
    private final SwapTelling telling;
    private final CurrentUser user;
    private final Ids ids;
    private final Clock clock;

    Swapping(
            SwapAccess access,
            SwapRows rows,
            SwapViews views,
            OfferRows offers,
            Offering offering,
            Candidates candidates,
            Visits visits,
            OrderProgress orders,
            RisksTold risks,
            Timers timers,
            SwapTelling telling,
            CurrentUser user,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.rows = rows;
        this.views = views;
        this.offers = offers;
        this.offering = offering;
        this.candidates = candidates;
        this.visits = visits;
        this.orders = orders;
        this.risks = risks;
        this.timers = timers;
        this.telling = telling;
        this.user = user;
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks another volunteer of the team, or of the visit's wave; only somebody who has a place can. */
    SwapView ask(UUID visitId, AskSwap request) {
        orders.lock(visits.facts(visitId).order());
        VisitFacts visit = visits.facts(visitId);
        UUID giver = user.account();
        UUID taker = request.taker();
        if (!visits.ahead(giver).contains(visitId)) {
            throw HttpProblem.NOT_FOUND.because();
        }
        if (taker.equals(giver) || !candidates.reaches(visit, taker)) {
            throw OffersProblem.SWAP_NOT_WITH_THEM.because();
        }
        if (rows.pending(visitId).stream().anyMatch(swap -> swap.giver().equals(giver))) {
            throw OffersProblem.SWAP_ASKED_ALREADY.because();
        }
        visits.checkHandOver(visitId, giver, taker);
        Swap swap = new Swap(ids.of(visit.center()), visit, giver, taker, clock.instant());
        rows.add(swap);
        offers.remember(taker, visit.center());
        timers.set(OfferTimers.SWAP_EXPIRES, swap.id(), swap.expiresAt());
        telling.tell(swap, visit, swap.asked(), user.actor(), Set.of(SwapWho.GIVER), null);
        return views.of(swap.id());
    }

    SwapView accept(UUID id, AcceptSwap request) {
        OpenedSwap opened = access.move(id);
        Swap swap = opened.swap();
        swap.check(SwapAction.ACCEPT, opened.who());
        risks.check(opened.visit(), request.risksAcknowledged());
        visits.checkHandOver(swap.visit(), swap.giver(), swap.taker());
        var step = swap.accept(
                opened.who(), opened.actor(), request.heardBy(), request.risksAcknowledged(), clock.instant());
        telling.tell(swap, opened.visit(), step, opened.actor(), opened.who(), swap.heardBy());
        return views.of(id);
    }

    SwapView decline(UUID id, DeclineSwap request) {
        OpenedSwap opened = access.move(id);
        request.reason().checkWords(request.text());
        var step = opened.swap()
                .decline(opened.who(), opened.actor(), request.reason(), request.heardBy(), clock.instant());
        return told(opened, step, request.text() == null ? request.heardBy() : request.text());
    }

    SwapView withdraw(UUID id) {
        OpenedSwap opened = access.move(id);
        return told(opened, opened.swap().withdraw(opened.who(), opened.actor(), clock.instant()), null);
    }

    SwapView refuse(UUID id, RefuseSwap request) {
        OpenedSwap opened = access.move(id);
        return told(opened, opened.swap().refuse(opened.who(), opened.actor(), clock.instant()), request.text());
    }

    /** The place changes hands, in one transaction; whatever the other was offered at this visit has an end. */
    SwapView agree(UUID id) {
        OpenedSwap opened = access.move(id);
        Swap swap = opened.swap();
        VisitFacts visit = opened.visit();
        var step = swap.agree(opened.who(), opened.actor(), clock.instant());
        telling.tell(swap, visit, step, opened.actor(), opened.who(), null);
        offers.pending(visit.id(), swap.taker())
                .ifPresent(offer -> offering.supersede(offer, visit, OfferEnding.SWAPPED_IN));
        rows.flush();
        visits.handOver(visit.id(), swap.giver(), swap.placeTaker(), opened.actor());
        return views.of(id);
    }

    /** Its timer fired: the visit begins. */
    void expire(UUID id) {
        orders.lock(rows.orderOf(id));
        Swap swap = rows.get(id);
        expire(swap, visits.facts(swap.visit()));
    }

    /** Nothing can come of a swap of a place that its giver gave back. */
    void hear(@Observes PlaceFreed freed) {
        VisitFacts visit = visits.facts(freed.visit());
        rows.pending(freed.visit()).stream()
                .filter(swap -> swap.giver().equals(freed.volunteer()))
                .forEach(swap -> expire(swap, visit));
    }

    void hear(@Observes VisitMoved moved) {
        if (moved.action() == VisitAction.CANCEL || moved.action() == VisitAction.OPEN) {
            VisitFacts visit = visits.facts(moved.visit());
            rows.pending(moved.visit()).forEach(swap -> expire(swap, visit));
        }
    }

    private void expire(Swap swap, VisitFacts visit) {
        if (swap.state().isPending()) {
            telling.tell(swap, visit, swap.expire(clock.instant()), Actor.PROGRAM, PROGRAM, null);
        }
    }

    private SwapView told(OpenedSwap opened, SwapStep step, @Nullable String text) {
        telling.tell(opened.swap(), opened.visit(), step, opened.actor(), opened.who(), text);
        return views.of(opened.swap().id());
    }
}
