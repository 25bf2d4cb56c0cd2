package org.diandan.matching;

/** Why a team does not take an order. */
enum DeclineReason {
    NOBODY_FREE,
    TIME_DOES_NOT_SUIT,
    NOT_OUR_SKILL,
    TOO_FAR,
    NOT_SAFE,
    OTHER
}
