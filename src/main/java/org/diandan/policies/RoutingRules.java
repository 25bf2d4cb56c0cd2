package org.diandan.policies;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How many teams are asked for an order.
 *
 * @param refusalsPerReach how many of one reach may refuse before the next wider one is asked
 * @param proposalsInEmergency how many are asked at once where a site is in an emergency
 */
public record RoutingRules(
        @Min(1) @Max(20) int refusalsPerReach,
        @Min(1) @Max(20) int proposalsInEmergency) {}
