package org.diandan.orders;

/** What somebody is to one order: from a party of it, or from a grant whose scope it lies in. */
public enum Part {
    /** Placed it. */
    REQUESTER,
    /** Is the resident served. */
    SERVED,
    /** Was allowed by the resident served to act for them. */
    PROXY,
    /** Clerk of a site of the order's chain. */
    CLERK,
    /** Dispatcher of a site of the order's chain. */
    DISPATCHER,
    /** Dispatcher of the whole Center. */
    CENTER_DISPATCHER,
    /** Reads the audit of the subtree. */
    AUDITOR,
    /** Of a team that was asked whether it takes the order. */
    ASKED_TEAM,
    /** Leader of the team that has the order. */
    LEADER,
    /** Expert of the team that has the order. */
    EXPERT,
    /** Was offered a place at a visit. */
    OFFERED,
    /** Attends a visit. */
    ATTENDING,
    /** Leads at a visit. */
    LEADING,
    /** The program: a timer, or another machine that moved. */
    PROGRAM
}
