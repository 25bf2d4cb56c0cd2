package org.diandan.offers;

/** Why a volunteer does not take an offered place. */
public enum DeclineReason {
    NO_TIME,
    TOO_FAR,
    ILL,
    NOT_SUITED,
    /** Is not asked for this service again for a while. */
    NOT_THIS_KIND,
    /** With the words that explain it. */
    OTHER
}
