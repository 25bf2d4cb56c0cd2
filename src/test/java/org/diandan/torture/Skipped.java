package org.diandan.torture;

/** Something that the trial needs is not on this machine. */
final class Skipped extends RuntimeException {

    private static final long serialVersionUID = 1;

    Skipped(String why) {
        super(why);
    }
}
