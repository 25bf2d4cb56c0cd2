package org.diandan.matching;

/** What a decision about an order's team came to. */
enum Outcome {
    /** A team was asked. */
    ASKED,
    /** Whoever may be asked is kept for orders that are worth more; the order waits. */
    WAITS,
    /** There is nobody who may be asked. */
    NOBODY
}
