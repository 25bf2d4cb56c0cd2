package org.diandan.offers;

import org.diandan.shared.ProblemType;

/** The refusals of this room; docs/problems.md tells what each one means and what to do. */
public enum OffersProblem implements ProblemType {
    /** The verb is for somebody else. */
    NOT_YOURS(403, "offer-not-yours"),
    /** Who was asked for a visit is for the team's leader and the chain. */
    NOT_YOUR_LIST(403, "offers-not-yours"),
    /** The offer's state does not allow the verb now. */
    NOT_NOW(409, "offer-not-now"),
    /** The risks changed since they were told, or others were acknowledged. */
    RISKS_NOT_ACKNOWLEDGED(409, "offer-risks-not-acknowledged"),
    /** Somebody answers for a volunteer and does not say who heard it. */
    CONSENT_UNHEARD(400, "offer-consent-unheard"),
    /** The policy of the volunteer's home lets nobody claim more in a day. */
    CLAIMED_ENOUGH_TODAY(409, "claimed-enough-today"),
    /** The policy of the volunteer's home lets nobody have more claimed places before them. */
    CLAIMED_ENOUGH_AHEAD(409, "claimed-enough-ahead"),
    /** The verb is for another of the three, or the caller would agree to their own swap. */
    SWAP_NOT_YOURS(403, "swap-not-yours"),
    /** The swap's state does not allow the verb now. */
    SWAP_NOT_NOW(409, "swap-not-now"),
    /** A place is given to somebody of the team, or at home where volunteers are asked. */
    SWAP_NOT_WITH_THEM(409, "swap-not-with-them"),
    /** One place is offered to one person at a time. */
    SWAP_ASKED_ALREADY(409, "swap-asked-already"),
    /** The period is longer than is counted at once, or ends before it begins. */
    PERIOD_TOO_LONG(400, "fairness-period"),
    REASON_TEXT_MISSING(400, "offer-reason-text-missing");

    private final int status;
    private final String slug;

    OffersProblem(int status, String slug) {
        this.status = status;
        this.slug = slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String slug() {
        return slug;
    }
}
