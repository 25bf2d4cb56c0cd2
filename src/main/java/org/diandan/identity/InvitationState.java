package org.diandan.identity;

/** What became of an invitation. */
enum InvitationState {
    OPEN,
    ACCEPTED,
    WITHDRAWN,
    EXPIRED
}
