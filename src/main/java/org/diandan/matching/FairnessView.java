package org.diandan.matching;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How fairly the work of a Center was shared among its teams, and whom it reached.
 *
 * @param jain Jain's index over all active teams that offer slots, from 1/n (one team had all the work) to 1 (each had the
 *     same share of its capacity)
 * @param teams what each had, the most loaded first
 * @param townships how often a team was found
 * @param unmet what no team accepted, the most frequent first, at most 500
 */
public record FairnessView(
        String center,
        Instant from,
        Instant to,
        double jain,
        List<TeamLoad> teams,
        List<TownshipMatch> townships,
        List<Unmet> unmet) {

    /**
     * What a team accepted.
     *
     * @param weeklyCapacity of its slots
     * @param load accepted orders in proportion to the capacity of the period
     */
    public record TeamLoad(UUID team, String name, int accepted, int weeklyCapacity, double load) {}

    /**
     * Orders for which a team was sought.
     *
     * @param township its code; the Center's for orders of the Center itself
     * @param matched how many of them a team accepted
     * @param rate matched of sought, from 0 to 1
     */
    public record TownshipMatch(String township, int sought, int matched, double rate) {}

    /**
     * Orders that no team has accepted.
     *
     * @param village the site's village; township or Center for their own orders
     * @param orders how many
     * @param stillSought for how many of them a team is sought still
     */
    public record Unmet(String category, String village, int orders, int stillSought) {}
}
