package org.diandan.shared;

/** How soon a need must be met; the time limits of every timer depend on it. From least to most pressing. */
public enum Urgency {
    /** Agreed well ahead: a lesson next month, a festival. */
    PLANNED,
    /** The usual case: days. */
    NORMAL,
    /** Hours: somebody waits at home. */
    URGENT,
    /** Minutes: around the clock. */
    EMERGENCY
}
