package org.diandan.visits;

import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.TimeWindow;
import org.diandan.shared.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * A visit as other rooms know it; no person's data.
 *
 * @param time when it is planned
 * @param insurance whether everyone who comes must be insured
 * @param needed how many volunteers are needed
 * @param taken how many have a place
 * @param askedAt since when volunteers are asked: it is the next visit of its order
 * @param wave how far around they are asked
 * @param lead the volunteer who leads at it, once somebody has joined
 */
public record VisitFacts(
        UUID id,
        String center,
        UUID order,
        int round,
        int number,
        UUID team,
        UUID resident,
        String service,
        String site,
        TimeWindow time,
        boolean insurance,
        int needed,
        int taken,
        VisitState state,
        int planVersion,
        Urgency urgency,
        @Nullable Instant askedAt,
        Wave wave,
        @Nullable UUID lead) {

    /** As a query reads it. */
    public VisitFacts(
            UUID id,
            String center,
            UUID order,
            int round,
            int number,
            UUID team,
            UUID resident,
            String service,
            String site,
            Instant from,
            Instant to,
            boolean insurance,
            int needed,
            int taken,
            VisitState state,
            int planVersion,
            Urgency urgency,
            @Nullable Instant askedAt,
            Wave wave,
            @Nullable UUID lead) {
        this(
                id,
                center,
                order,
                round,
                number,
                team,
                resident,
                service,
                site,
                new TimeWindow(from, to),
                insurance,
                needed,
                taken,
                state,
                planVersion,
                urgency,
                askedAt,
                wave,
                lead);
    }

    /** Tells whether volunteers are asked: it is the next visit of its order. */
    public boolean asked() {
        return askedAt != null;
    }

    /** Tells whether somebody can still join at this moment. */
    public boolean isSeeking(Instant now) {
        return state == VisitState.PLANNED && asked() && taken < needed && now.isBefore(time.to());
    }
}
