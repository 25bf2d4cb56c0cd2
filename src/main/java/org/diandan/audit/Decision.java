package org.diandan.audit;

/** What somebody decided, of which others may ask later why. */
public enum Decision {
    /** Gave an account a role in a scope. */
    GRANTED,
    /** Took a role away. */
    REVOKED,
    /** Shut an account out. */
    SUSPENDED,
    /** Let a suspended account in again. */
    REOPENED,
    /** Ended an account for good. */
    CLOSED,
    /** Chose otherwise than the program would have. */
    OVERRULED,
    /** Said no to a request, a certificate or a person. */
    REFUSED,
    /** Found true what somebody said of themselves. */
    VERIFIED,
    /** Changed what the program goes by: limits, weights, modes. */
    POLICY_CHANGED
}
