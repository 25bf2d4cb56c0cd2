package org.diandan.volunteers;

/** Why a team does not take someone. */
enum JoinRefusal {
    TEAM_FULL,
    TOO_FAR,
    SKILL_MISSING,
    AGE,
    NO_TIME_IN_COMMON,
    OTHER
}
