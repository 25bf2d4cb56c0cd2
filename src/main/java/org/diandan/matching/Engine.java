package org.diandan.matching;

/** Who chose a team. */
enum Engine {
    /** The program, for one order at a time. */
    ONLINE,
    /** A plan of all orders that wait, confirmed by a dispatcher or by the Center's policy. */
    REPLAN,
    /** A dispatcher, by hand. */
    MANUAL
}
