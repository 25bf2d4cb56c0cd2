package org.diandan.catalogue;

/** What a time limit is for; T1 to T14 are the timers of docs/domain.md. */
public enum Limit {
    /** T1: until the dispatcher's first look. */
    FIRST_LOOK,
    /** T2: until the resident answers a question. */
    RESIDENT_ANSWERS,
    /** T3: until a team answers a routing. */
    TEAM_ANSWERS,
    /** T4: until the work order is signed off. */
    PREPARATION,
    /** T5: until a volunteer answers an offer. */
    DIRECT_OFFER,
    /** T6: steps: until volunteers of the station, of the township and of the county are asked too. */
    WAVE_WIDENS,
    /** T8: so short before the visit a drop-out is late; an urgent order has no such limit. */
    LATE_DROPOUT,
    /** T9: after the planned start; steps: the leader is told, then told again, then nobody came. */
    NOBODY_CHECKED_IN,
    /** T10: after the planned end; steps: prompt, safety call, closed at the planned end. */
    NOBODY_CHECKED_OUT,
    /** T11: until the visit's report is filed. */
    REPORT,
    /** T12: until the resident is called for a rating. */
    RATING_CALL,
    /** T12: until an order that nobody rated closes. */
    RATING_CLOSE,
    /** T13: until somebody outside the team has spoken with a resident who was not content. */
    LOW_RATING,
    /** T14: so long an order can be reopened. */
    REOPEN_WINDOW,
    /** Until the Center has found somebody for an order that no team took. */
    LAST_RESORT
}
