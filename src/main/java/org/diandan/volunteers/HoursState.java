package org.diandan.volunteers;

/** How far minutes have been reviewed. */
enum HoursState {
    /** Not counted yet. */
    PENDING,
    /** Counted as they are. */
    CONFIRMED,
    /** Counted with fewer minutes, for a reason. */
    ADJUSTED,
    /** Not counted, for a reason. */
    REFUSED
}
