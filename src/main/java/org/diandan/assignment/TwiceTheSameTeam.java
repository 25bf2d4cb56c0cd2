package org.diandan.assignment;

/** An arc that stands there twice; a file tells its line. */
final class TwiceTheSameTeam extends BrokenInstance {

    private static final long serialVersionUID = 1L;

    /** The how manieth arc it is, as they were given, from 0. */
    final int arc;

    TwiceTheSameTeam(int order, int team, int arc) {
        super("order " + order + " has team " + team + " twice");
        this.arc = arc;
    }
}
