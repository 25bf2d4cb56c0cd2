package org.diandan.residents;

/** Why somebody needs more care. Sensitive personal data: kept and counted only with consent, never shown in lists. */
public enum Circumstance {
    LIVES_ALONE,
    /** An elderly person or couple whose children live elsewhere. */
    EMPTY_NEST,
    /** A child or elderly person left in the village by those who work in the city. */
    LEFT_BEHIND,
    DISABLED,
    OVER_80,
    LOW_INCOME,
    ILL
}
