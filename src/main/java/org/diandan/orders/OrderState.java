package org.diandan.orders;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Where an order stands. */
public enum OrderState {
    /** Placed; a dispatcher has to look at it. */
    SUBMITTED,
    /** A question was asked; the resident's side has to answer. */
    NEEDS_INFO,
    /** Taken on; a team is being looked for. */
    ROUTING,
    /** A team has it; its expert writes the work order. */
    PREPARING,
    /** Signed off; volunteers are asked, and the time is agreed. */
    OFFERED,
    /** Enough volunteers come, at a time that is agreed. */
    SCHEDULED,
    /** The first volunteer has checked in. */
    IN_SERVICE,
    /** Done; the resident is asked to rate. */
    AWAITING_RATING,
    /** Over: rated, or unrated after the time limit. */
    CLOSED,
    /** Waiting for a named reason until a review date. */
    ON_HOLD,
    /** Not what the Center can do; with a reason, and one appeal. */
    REJECTED,
    /** No team could be found on any level: said honestly. */
    UNFULFILLED,
    /** Withdrawn before it was served. */
    CANCELLED,
    /** The same need as another order, whose state it shows. */
    MERGED;

    /** Those in which nothing more is going to happen by itself. */
    static final Set<OrderState> ENDS =
            Collections.unmodifiableSet(EnumSet.of(CLOSED, REJECTED, UNFULFILLED, CANCELLED, MERGED));

    /** Tells whether something still has to happen. */
    public boolean isOpen() {
        return !ENDS.contains(this);
    }
}
