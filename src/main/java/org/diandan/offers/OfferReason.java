package org.diandan.offers;

/** Why this volunteer was asked; told with the offer. */
public enum OfferReason {
    /** Helped this resident before, who was content and would like them again. */
    HELPED_BEFORE,
    /** Waited for a place at this visit. */
    WAITED,
    TEAM_MEMBER,
    /** At home in the village of the visit, or in its township. */
    NEAR,
    /** Holds the certificates or the insurance that the visit needs. */
    QUALIFIED,
    /** Told when they have time, and it is then. */
    FREE,
    /** Was asked seldom of late. */
    SELDOM_ASKED
}
