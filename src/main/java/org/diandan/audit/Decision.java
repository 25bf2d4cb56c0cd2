package org.diandan.audit;

/** What somebody decided, of which others may ask later why. */
public enum Decision {
    /** Asked somebody to come, with a role in a scope. */
    INVITED,
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
    /** Let an account in without the second factor that it had. */
    FACTOR_REMOVED,
    /** Chose otherwise than the program would have. */
    OVERRULED,
    /** Said no to a request, a certificate or a person. */
    REFUSED,
    /** Found true what somebody said of themselves. */
    VERIFIED,
    /** Changed what the program goes by: limits, weights, modes. */
    POLICY_CHANGED,
    /** Made a copy of all that is kept of somebody, on their request. */
    EXPORTED,
    /** Forgot somebody, on their request. */
    ERASED
}
