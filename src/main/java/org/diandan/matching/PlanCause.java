package org.diandan.matching;

/** What made somebody plan, or learn prices. */
public enum PlanCause {
    /** A dispatcher asked. */
    REQUEST,
    /** So many orders waited that the Center's policy wants a plan. */
    QUEUE_DEPTH
}
