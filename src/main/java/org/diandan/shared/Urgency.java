package org.diandan.shared;

/** How soon a need must be met; the time limits of every timer depend on it. */
public enum Urgency {
    PLANNED,
    NORMAL,
    URGENT,
    EMERGENCY
}
