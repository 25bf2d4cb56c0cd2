package org.diandan.catalogue;

/** Who must come together. */
public enum PairRule {
    NONE,
    /** At least two volunteers. */
    TWO_PEOPLE,
    /** One volunteer at least of the resident's sex. */
    SAME_SEX
}
