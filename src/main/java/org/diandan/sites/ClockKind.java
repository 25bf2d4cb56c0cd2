package org.diandan.sites;

/** Which clock a time limit runs on. */
public enum ClockKind {
    /** Around the clock. */
    WALL,
    /** While the Center is open: an hour counts only then, and a day is a day on which it opens. */
    SERVICE
}
