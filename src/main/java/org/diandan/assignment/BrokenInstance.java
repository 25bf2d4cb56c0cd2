package org.diandan.assignment;

/** A problem that makes no sense: what is wrong, and where. */
public class BrokenInstance extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenInstance(String reason) {
        super(reason);
    }

    /** The same, in a line of a file, counted from 1. */
    BrokenInstance(int line, BrokenInstance reason) {
        super("line " + line + ": " + reason.getMessage(), reason);
    }
}
