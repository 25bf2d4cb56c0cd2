package org.diandan.volunteers;

/** Where minutes come from; the two are kept apart in every sum. */
public enum HoursKind {
    /** From a check-in and a check-out. */
    MEASURED,
    /** Written by a person who answers for it. */
    ADDED
}
