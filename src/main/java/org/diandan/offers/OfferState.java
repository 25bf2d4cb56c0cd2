package org.diandan.offers;

/** Where an offer of a place to a volunteer stands. */
public enum OfferState {
    /** Waits for the answer. */
    OPEN,
    /** All places are taken; the volunteer is asked first when one is freed. */
    WAITLISTED,
    /** The volunteer has the place. What becomes of it is the attendance's. */
    ACCEPTED,
    DECLINED,
    /** Not answered in time. */
    EXPIRED,
    /** The last place was taken, or the visit does not take place. */
    SUPERSEDED;

    /** Tells whether it counts for how somebody answers: that they did, or let it run out. */
    boolean isAnswer() {
        return this == ACCEPTED || this == DECLINED || this == EXPIRED;
    }
}
