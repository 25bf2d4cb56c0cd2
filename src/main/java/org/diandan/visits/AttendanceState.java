package org.diandan.visits;

import java.util.Set;

/** Where one volunteer's attendance at one visit stands. */
public enum AttendanceState {
    /** Has a place and is awaited. */
    EXPECTED,
    /** Is there. */
    CHECKED_IN,
    /** Was there and has gone. */
    CHECKED_OUT,
    /** Gave the place back. */
    WITHDRAWN,
    /** Was let go by the leader, or because the visit does not take place or they may no longer come. */
    RELEASED,
    /** The plan changed; everyone is asked anew. */
    SUPERSEDED,
    /** Did not come and had not said so. Can be disputed for a while. */
    NO_SHOW,
    /** Did not come, for a reason that counts. */
    EXCUSED;

    /** In which the volunteer still sees the visit: all but what they left or were let go from. */
    static final Set<AttendanceState> SHOWING = Set.of(EXPECTED, CHECKED_IN, CHECKED_OUT, NO_SHOW, EXCUSED);

    /** Tells whether the volunteer holds a place, or held one to the end. */
    public boolean isActive() {
        return this == EXPECTED || this == CHECKED_IN || this == CHECKED_OUT;
    }
}
