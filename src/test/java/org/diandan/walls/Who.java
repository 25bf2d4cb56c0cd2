package org.diandan.walls;

/** The callers of the matrix, in the order of its columns. */
enum Who {
    ANONYMOUS,
    RESIDENT,
    PROXY,
    VOLUNTEER,
    LEADER,
    /** Of a team that has nothing to do with the orders. */
    OTHER_LEADER,
    EXPERT,
    CLERK,
    /** The dispatcher of the village. */
    VILLAGE,
    /** The dispatcher of the township. */
    TOWNSHIP,
    /** The dispatcher of the county. */
    COUNTY,
    /** The dispatcher of the neighbouring county. */
    NEIGHBOUR,
    /** Of the township. */
    AUDITOR,
    ADMIN
}
