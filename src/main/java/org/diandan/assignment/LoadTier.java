package org.diandan.assignment;

/**
 * A band of a team's week.
 *
 * @param percent where the band ends: its last visit is the one at this share of the weekly capacity, rounded down
 * @param cost points that each visit in the band costs
 */
public record LoadTier(int percent, int cost) {}
