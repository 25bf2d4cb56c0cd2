package org.diandan.volunteers;

/** Where a team stands. */
enum TeamState {
    /** Receives orders and members. */
    ACTIVE,
    /** Keeps its members and finishes what it has, but is asked for nothing new. */
    SUSPENDED,
    /** Over: hands back what it has, and its leaders and experts are none any more. */
    DISSOLVED
}
