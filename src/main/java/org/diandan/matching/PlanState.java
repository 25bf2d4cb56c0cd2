package org.diandan.matching;

import java.util.List;

/** How far a plan of a Center has come. One that is not over keeps others from planning. */
public enum PlanState {
    /** It is being made. */
    PLANNING,
    /** It waits for a dispatcher to put it into effect. */
    READY,
    /** It is being put into effect, order by order. */
    APPLYING,
    /** Each of its changes was put into effect or skipped. */
    APPLIED,
    /** What is, is the best there is. */
    UNCHANGED,
    /** Nobody wanted it. */
    DISCARDED,
    /** Nobody confirmed it in time. */
    EXPIRED,
    /** It could not be made. */
    FAILED;

    static final List<PlanState> OPEN = List.of(PLANNING, READY, APPLYING);

    boolean isOver() {
        return !OPEN.contains(this);
    }
}
