package org.diandan.matching;

/** Who chose a team. */
enum Engine {
    /** The program, for one order at a time. */
    ONLINE,
    /** An exact plan of all orders that wait. */
    REPLAN,
    /** A dispatcher, by hand. */
    MANUAL
}
