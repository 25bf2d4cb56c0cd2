package org.diandan.offers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.UUID;

/**
 * Whose turn it is to be asked: expected acceptance × (1 − fatigue) − recent load, so that those who always say yes are not
 * worn out and those who were never asked get their chance. The same facts always give the same order.
 *
 * @param helpedBefore helped this resident before and was rated well, and the resident wishes the same helper again: they
 *     are asked before all others
 * @param asked how often they were asked and answered, or let it run out
 * @param accepted how often of these they accepted
 * @param recentAsks how often they were asked in the last days
 * @param recentVisits how many visits they had of late or have before them
 */
record Turn(UUID volunteer, boolean helpedBefore, int asked, int accepted, int recentAsks, int recentVisits) {

    /** Everybody starts as if they had been asked six times and had accepted three: one refusal does not end it. */
    private static final int PRIOR_ASKED = 6;

    private static final int PRIOR_ACCEPTED = 3;

    /** With so many recent asks somebody is half as likely to be asked as fresh. */
    private static final double HALF_TIRED = 4;

    /**
     * What each visit of late takes off, as a share of a sure acceptance. Light on purpose: with five times as much, those
     * who never accept come before those who often did, and in {@code FairnessSimulationTest} a busy team fills less.
     */
    private static final double LOAD = .01;

    /** How likely a yes is, between 0 and 1. */
    double expectedAcceptance() {
        return (double) (accepted + PRIOR_ACCEPTED) / (asked + PRIOR_ASKED);
    }

    /** How tired of being asked, from 0 for somebody who was not asked of late towards 1. */
    double fatigue() {
        return recentAsks / (recentAsks + HALF_TIRED);
    }

    double worth() {
        return expectedAcceptance() * (1 - fatigue()) - LOAD * recentVisits;
    }

    /** The order in which volunteers are asked for a visit; who is equal is drawn by a lot that a replay repeats. */
    static Comparator<Turn> fairest(UUID visit) {
        return Comparator.comparing((Turn turn) -> !turn.helpedBefore())
                .thenComparing(Turn::worth, Comparator.reverseOrder())
                .thenComparing(turn -> lot(visit, turn.volunteer()));
    }

    static UUID lot(UUID visit, UUID volunteer) {
        return UUID.nameUUIDFromBytes((visit + "/" + volunteer).getBytes(UTF_8));
    }
}
