package org.diandan.visits;

/** What whoever comes to a visit has to know before. */
public enum VisitNotice {
    /** Nobody starts alone: two have to be there. */
    TWO_TOGETHER,
    /** Somebody of the resident's sex has to come, and nobody knows it: ask before coming. */
    SEX_UNKNOWN
}
