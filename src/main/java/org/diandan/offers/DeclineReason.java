package org.diandan.offers;

import org.jspecify.annotations.Nullable;

/** Why a volunteer does not take an offered place. */
public enum DeclineReason {
    NO_TIME,
    TOO_FAR,
    ILL,
    NOT_SUITED,
    /** Is not asked for this service again for a while. */
    NOT_THIS_KIND,
    /** With the words that explain it. */
    OTHER;

    /** @throws org.diandan.shared.Refused if it needs words and has none */
    void checkWords(@Nullable String text) {
        if (this == OTHER && (text == null || text.isBlank())) {
            throw OffersProblem.REASON_TEXT_MISSING.because();
        }
    }
}
