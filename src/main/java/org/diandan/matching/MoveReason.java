package org.diandan.matching;

/** Why a plan lets an order go elsewhere. */
enum MoveReason {
    /** It waits, and the team has room. */
    HAS_ROOM,
    /** It waits, and the team has room as soon as other orders have moved. */
    ROOM_IS_MADE,
    /** The other team suits it better, and has or gets room. */
    SUITS_BETTER,
    /** Its team suits it no worse, but its place is worth more to others. */
    KEPT_FOR_OTHERS,
    /** The same team at another time: the place is worth more to others. */
    OTHER_TIME,
    /** Its place is worth more to others, and nobody else has room. */
    NEEDED_MORE,
    /** The team that is asked can no longer take it. */
    NO_LONGER_POSSIBLE
}
