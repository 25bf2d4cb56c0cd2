package org.diandan.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One go at serving an order, from a team sought to an end; reopening begins the next. */
@Embeddable
class Round {

    /** How often a resident may reopen; after that only the Center's dispatcher. */
    static final int REOPENS_BY_RESIDENT = 3;

    @Column(name = "round")
    private int number = 1;

    /** Counts the preparations of the order, over all rounds. */
    private int revision;

    private boolean timeAgreed;

    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable RatingResult result;

    /** What is planned begins anew, and with it the agreement on the time. */
    void prepareAgain() {
        revision++;
        timeAgreed = false;
    }

    void timeAgreed(boolean agreed) {
        timeAgreed = agreed;
    }

    void ended(Instant at) {
        endedAt = at;
    }

    void rated(RatingResult as) {
        result = as;
    }

    /**
     * Tells whether this caller may begin the next round now.
     *
     * @param until the end of the reopen window; later a new order is placed
     * @throws org.diandan.shared.Refused if it is too late, or was done too often
     */
    void checkReopening(Caller caller, Instant until, Instant now) {
        if (now.isAfter(until)) {
            throw OrderProblem.REOPEN_TOO_LATE.because(until);
        }
        if (number > REOPENS_BY_RESIDENT && !caller.is(Part.CENTER_DISPATCHER)) {
            throw OrderProblem.REOPENED_TOO_OFTEN.because(REOPENS_BY_RESIDENT);
        }
    }

    void next() {
        number++;
        timeAgreed = false;
        result = null;
        endedAt = null;
    }

    int number() {
        return number;
    }

    int revision() {
        return revision;
    }

    boolean timeAgreed() {
        return timeAgreed;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    @Nullable
    RatingResult result() {
        return result;
    }
}
