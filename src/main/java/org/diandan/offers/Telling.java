package org.diandan.offers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import org.diandan.orders.History;
import org.diandan.orders.Machine;
import org.diandan.orders.Part;
import org.diandan.orders.Told;
import org.diandan.shared.Actor;
import org.diandan.visits.VisitFacts;
import org.diandan.visits.Who;
import org.jspecify.annotations.Nullable;

/** Tells each transition of an offer once: one history row and one event. */
@ApplicationScoped
class Telling {

    private final History history;
    private final Clock clock;

    Telling(History history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    void byProgram(Offer offer, VisitFacts visit, Step step) {
        tell(offer, visit, step, new Answer(Actor.PROGRAM, Set.of(Who.PROGRAM), null), null);
    }

    /** @param text the words beside the reason */
    void tell(Offer offer, VisitFacts visit, Step step, Answer answer, @Nullable String text) {
        history.tell(new Told(
                offer.order(),
                Machine.OFFER,
                offer.id(),
                step.action().name(),
                step.from() == null ? null : step.from().name(),
                step.to().name(),
                answer.actor(),
                part(step.action(), answer.who()),
                offer.volunteer(),
                reason(offer),
                text == null ? answer.heardBy() : text,
                visit.round(),
                clock.instant()));
    }

    private static @Nullable String reason(Offer offer) {
        Enum<?> reason = offer.reason() == null ? offer.endedBy() : offer.reason();
        return reason == null ? null : reason.name();
    }

    private static Part part(OfferAction action, Set<Who> who) {
        Who as = who.stream()
                .filter(each -> action.by().contains(each))
                .findFirst()
                .orElse(Who.PROGRAM);
        return as == Who.VOLUNTEER ? Part.OFFERED : as.part();
    }
}
