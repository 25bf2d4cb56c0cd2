package org.diandan.offers;

/** Why nothing came of an offer, without the volunteer's doing. */
public enum OfferEnding {
    /** Others took the last place. */
    PLACE_TAKEN,
    VISIT_BEGUN,
    VISIT_CANCELLED,
    /** Got the place from somebody else by a swap. */
    SWAPPED_IN
}
