package org.diandan.identity;

/** Whether an account may be used. */
enum AccountState {
    /** Signs in and is served. */
    ACTIVE,
    /** Is refused everywhere, until reopened. */
    SUSPENDED,
    /** Is refused everywhere, for good; nobody signs in with what it had. */
    CLOSED
}
