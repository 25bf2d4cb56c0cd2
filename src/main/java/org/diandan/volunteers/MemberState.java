package org.diandan.volunteers;

/** Where a volunteer stands with a team. */
enum MemberState {
    /** Wants to join; a leader or dispatcher decides. */
    ASKED,
    /** A member. */
    APPROVED,
    /** Was not taken, with a reason; may ask again. */
    REFUSED,
    /** Was a member, or withdrew before it was decided; may ask again. */
    LEFT
}
