package org.diandan.matching;

import java.time.Instant;
import java.util.List;

/**
 * What other rules would have changed. Each decision is made again by itself, on what was known when it was made: what the
 * other choice would have changed for later orders is not followed up.
 *
 * @param policy the version that holds now; all scores are in its points, so that before and after compare
 * @param decisions how many were made again
 * @param more whether the period has more decisions than were made again; the latest were
 * @param before how it was; where a dispatcher chose, what the ranking had first
 * @param after how it would have been
 * @param townships each with its own effect, by code
 */
public record TrialView(
        String center,
        Instant from,
        Instant to,
        int policy,
        int decisions,
        boolean more,
        Effect before,
        Effect after,
        int changedTeams,
        List<TownshipEffect> townships) {

    /**
     * What became of the decisions.
     *
     * @param matched how many found a team; the others waited or found nobody
     * @param meanScore of the teams found, 0 without any
     * @param meanLoad how full their weeks were, from 0 to 1, 0 without any
     * @param jain Jain's index of fairness over the teams that might have been asked, from 1/n (one got all) to 1 (each got
     *     its share), of decisions in proportion to weekly capacity (Jain, Chiu and Hawe, DEC-TR-301, 1984)
     */
    public record Effect(int matched, double meanScore, double meanLoad, double jain) {}

    /**
     * The effect in a township.
     *
     * @param township its code; the Center's for orders of the Center itself
     * @param changedTeams how many decisions would have come to another team, or to none, or to one at last
     */
    public record TownshipEffect(String township, int decisions, Effect before, Effect after, int changedTeams) {}
}
