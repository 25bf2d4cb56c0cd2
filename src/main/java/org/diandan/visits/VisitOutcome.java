package org.diandan.visits;

/** How a visit ended, as the report tells. */
public enum VisitOutcome {
    DONE(VisitState.DONE),
    PARTLY_DONE(VisitState.PARTLY_DONE),
    NOBODY_HOME(VisitState.NOBODY_HOME),
    REFUSED_AT_DOOR(VisitState.REFUSED_AT_DOOR),
    UNSAFE(VisitState.UNSAFE);

    private final VisitState state;

    VisitOutcome(VisitState state) {
        this.state = state;
    }

    VisitState state() {
        return state;
    }
}
