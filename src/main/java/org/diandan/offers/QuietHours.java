package org.diandan.offers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.diandan.catalogue.Limit;
import org.diandan.catalogue.TimeLimits;
import org.diandan.shared.Urgency;
import org.diandan.visits.VisitFacts;

/** At night nobody's phone rings, unless the urgency's offers run at night too. */
@ApplicationScoped
class QuietHours {

    private final TimeLimits limits;
    private final Clock clock;

    QuietHours(TimeLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Until when nobody is to be disturbed because of this visit; empty if that is not now. */
    Optional<Instant> until(VisitFacts visit) {
        Urgency urgency = visit.urgency() == Urgency.PLANNED ? Urgency.NORMAL : visit.urgency();
        return limits.quietUntil(Limit.DIRECT_OFFER, urgency, visit.service(), visit.site(), clock.instant());
    }
}
