package org.diandan.policies;

/**
 * The rules that hold in a Center.
 *
 * @param version 0 for the standard; a Center's own count from 1
 */
public record Policy(int version, Rules rules) {

    /** What holds where a Center has decided nothing. */
    public static final Policy STANDARD = new Policy(0, Rules.STANDARD);
}
