package org.diandan.identity;

/** Whether an account shows a second factor when signing in. */
enum SecondFactorState {
    OFF,
    /** It has none, and until it has, what it is granted as a dispatcher or administrator does not hold. */
    NEEDED,
    ON
}
