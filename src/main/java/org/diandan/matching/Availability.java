package org.diandan.matching;

/** Whether a team's slots have room for an order. */
enum Availability {
    OPEN,
    /** The team offers no slot at the wished time, or none at all. */
    NO_SLOT,
    /** It offers slots at the wished time, and all are taken. */
    SLOT_FULL,
    /** No time was wished, and all that it offers in the weeks to come is taken. */
    ALL_FULL
}
