package org.diandan.sites;

/** The level of a division; each has one length of code. */
public enum DivisionLevel {
    PROVINCE(2, 0),
    PREFECTURE(4, 2),
    COUNTY(6, 4),
    TOWNSHIP(9, 6),
    VILLAGE(12, 9);

    private final int digits;
    private final int digitsAbove;

    DivisionLevel(int digits, int digitsAbove) {
        this.digits = digits;
        this.digitsAbove = digitsAbove;
    }

    /** How many digits the codes of this level have. */
    int digits() {
        return digits;
    }

    /** The code of the division above one of this level; a province's is empty. */
    String above(String code) {
        return code.substring(0, digitsAbove);
    }
}
