package org.diandan.matching;

/** How far the question whether a team takes an order has come. */
public enum RoutingState {
    /** The team was asked and has not answered; a place of its capacity is held. */
    PROPOSED,
    /** The team has the order; the place stays held. */
    ACCEPTED,
    /** The team said no, with a reason. */
    DECLINED,
    /** The team did not answer in time. */
    TIMED_OUT,
    /** The question was taken back: another team was faster, or the order no longer looks for one. */
    WITHDRAWN,
    /** The team had the order and gave it back. */
    HANDED_BACK,
    /** The order has come to an end with this team. */
    ENDED;

    /** Tells whether a place of the team's capacity is held. */
    public boolean isLive() {
        return this == PROPOSED || this == ACCEPTED;
    }

    /** Tells whether the team has refused by word or by silence, in this round for good. */
    boolean isRefusal() {
        return this == DECLINED || this == TIMED_OUT;
    }
}
