package org.diandan.orders;

import java.util.UUID;

/**
 * How residents rated a team.
 *
 * @param mean 1 to 5
 * @param count how many ratings it is the mean of
 */
public record TeamRating(UUID team, double mean, long count) {}
