package org.diandan.visits;

/** Where a visit stands. */
public enum VisitState {
    /** To come; its places are being filled, or are. */
    PLANNED,
    /** Somebody has checked in and the report is not filed. */
    OPEN,
    /** Ended: what was ordered is done. */
    DONE,
    /** Ended: a part is done, another visit is needed. */
    PARTLY_DONE,
    /** Ended at a closed door. */
    NOBODY_HOME,
    /** Ended: the resident did not want it any more. */
    REFUSED_AT_DOOR,
    /** Ended: it was not safe to go on. */
    UNSAFE,
    /** Will not take place, or did not because nobody came. */
    CANCELLED;

    /** Tells whether nothing more can happen to it. */
    public boolean isOver() {
        return this != PLANNED && this != OPEN;
    }
}
