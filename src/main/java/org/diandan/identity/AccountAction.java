package org.diandan.identity;

/** What may be done to an account. */
enum AccountAction {
    SUSPEND,
    REOPEN,
    CLOSE
}
