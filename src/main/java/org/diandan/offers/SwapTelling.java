package org.diandan.offers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import org.diandan.orders.History;
import org.diandan.orders.Machine;
import org.diandan.orders.Told;
import org.diandan.shared.Actor;
import org.diandan.visits.VisitFacts;
import org.jspecify.annotations.Nullable;

/** Tells each transition of a swap once: one history row and one event. */
@ApplicationScoped
class SwapTelling {

    private final History history;
    private final Clock clock;

    SwapTelling(History history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    void tell(Swap swap, VisitFacts visit, SwapStep step, Actor actor, Set<SwapWho> who, @Nullable String text) {
        SwapWho as = who.stream()
                .filter(each -> step.action().by().contains(each))
                .findFirst()
                .orElse(SwapWho.PROGRAM);
        history.tell(new Told(
                swap.order(),
                Machine.SWAP,
                swap.id(),
                step.action().name(),
                step.from() == null ? null : step.from().name(),
                step.to().name(),
                actor,
                as.part(),
                as == SwapWho.GIVER ? swap.giver() : swap.taker(),
                swap.reason() == null ? null : swap.reason().name(),
                text,
                visit.round(),
                clock.instant()));
    }
}
