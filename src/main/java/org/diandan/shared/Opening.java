package org.diandan.shared;

/**
 * Why a transaction works on Centers that are not its caller's. Whoever reads where these are used has seen every place
 * where the second wall is opened; {@code OpeningsTest} keeps the list of those places.
 */
public enum Opening {
    /** An order is placed at a site of the Center. */
    PLACING,
    /** A dispatcher gives an order to the Center. */
    TRANSFER,
    /** A volunteer asks to be a member of a team there. */
    JOINING,
    /** A volunteer looks into the Center's open pool, or takes a place from it. */
    POOL,
    /** Somebody has a code that was made for them there. */
    INVITATION,
    /** Nobody is known yet, so it cannot be known where they are at home. */
    SIGN_IN,
    /** What an account is granted, at its own home, before there is a caller. */
    STANDING,
    /** Numbers of orders, for the Center that an order is being placed at. */
    NUMBERS,
    /** What is done once when the program starts. */
    START,
    /** Timers: which Centers have one due, then each Center's own. */
    TIMERS,
    /** News: which Centers have some, then each Center's own. */
    NEWS,
    /** The stream: what happens is read once for all who follow, and then told to each by what they may see. */
    STREAM,
    /** Jobs: which Centers have one, then each Center's own. */
    JOBS,
    /** The audit: which Centers have something to be sealed, then each Center's own. */
    SEALS,
    /** Old idempotency keys: which Centers have some, then each Center's own. */
    KEYS,
    /** A copy of what is kept of a person, wherever they have something. */
    COPY,
    /** A person is forgotten, wherever they have something. */
    ERASURE,
    /** What has been kept long enough: which Centers have some, then each Center's own. */
    EXPIRY
}
