package org.diandan.offers;

/** Where a swap of a place between two volunteers stands. */
public enum SwapState {
    /** The other volunteer was asked. */
    ASKED,
    /** The other would come; a leader of the team has to agree. */
    ACCEPTED,
    /** The place has changed hands. */
    DONE,
    /** The other would not. */
    DECLINED,
    /** The leader did not agree. */
    REFUSED,
    /** One of the two took it back. */
    WITHDRAWN,
    /** The visit began or does not take place, or the place was given back. */
    EXPIRED;

    /** Tells whether something can still come of it. */
    boolean isPending() {
        return this == ASKED || this == ACCEPTED;
    }
}
