package org.diandan.walls;

/** The callers of the matrix, in the order of its columns. */
enum Who {
    ANONYMOUS(Reach.NOWHERE),
    RESIDENT(Reach.THEIR_VILLAGE),
    PROXY(Reach.THEIR_VILLAGE),
    VOLUNTEER(Reach.THEIR_VILLAGE),
    LEADER(Reach.THEIR_VILLAGE),
    /** Of a team that has nothing to do with the orders. */
    OTHER_LEADER(Reach.THEIR_VILLAGE),
    EXPERT(Reach.THEIR_VILLAGE),
    CLERK(Reach.THEIR_VILLAGE),
    /** The dispatcher of the village. */
    VILLAGE(Reach.THEIR_VILLAGE),
    /** The dispatcher of the township. */
    TOWNSHIP(Reach.THEIR_TOWNSHIP),
    /** The dispatcher of the county. */
    COUNTY(Reach.THEIR_COUNTY),
    /** The dispatcher of the neighbouring county. */
    NEIGHBOUR(Reach.NEXT_COUNTY),
    /** Of the township. */
    AUDITOR(Reach.THEIR_TOWNSHIP),
    ADMIN(Reach.STAFF);

    private enum Reach {
        NOWHERE,
        THEIR_VILLAGE,
        THEIR_TOWNSHIP,
        THEIR_COUNTY,
        NEXT_COUNTY,
        /** The staff of every place, and no resident. */
        STAFF
    }

    private final Reach reach;

    Who(Reach reach) {
        this.reach = reach;
    }

    /** Tells whether something that is private in a place may ever come before this caller, by whatever operation. */
    boolean mayReadOf(Relation place) {
        return switch (reach) {
            case NOWHERE, STAFF -> false;
            case THEIR_VILLAGE -> place == Relation.OWN;
            case THEIR_TOWNSHIP -> place == Relation.OWN || place == Relation.VILLAGE;
            case THEIR_COUNTY -> place != Relation.COUNTY;
            case NEXT_COUNTY -> place == Relation.COUNTY;
        };
    }

    boolean mayReadOfStaff() {
        return reach == Reach.STAFF;
    }
}
