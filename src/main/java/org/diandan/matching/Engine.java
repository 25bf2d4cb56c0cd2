package org.diandan.matching;

/** Who chose a team. */
enum Engine {
    /** The program, for one order at a time. */
    ONLINE,
    /** A dispatcher, by hand. */
    MANUAL
}
