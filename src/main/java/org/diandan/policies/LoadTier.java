package org.diandan.policies;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * A part of a team's week.
 *
 * @param upTo the share of the weekly capacity, above 0 to 1, that it reaches to
 * @param cost points that each visit in it costs
 */
public record LoadTier(
        @DecimalMin("0.01") @DecimalMax("1") double upTo,
        @Min(0) @Max(10_000) int cost) {}
