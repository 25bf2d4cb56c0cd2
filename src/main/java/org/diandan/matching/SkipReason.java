package org.diandan.matching;

/** Why a change of a plan was not put into effect. */
enum SkipReason {
    /** The order no longer looks for a team, or looks anew: accepted, cancelled, on hold, reopened. */
    ORDER_MOVED_ON,
    /** Another team is asked by now, or the one that was asked has answered. */
    ASKED_OTHERWISE,
    /** The team may not be asked any more. */
    TEAM_BARRED,
    /** The place has gone to another order. */
    PLACE_GONE,
    /** The work was stopped before its turn came. */
    STOPPED
}
