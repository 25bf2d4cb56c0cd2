package org.diandan.policies;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.diandan.shared.Urgency;

/**
 * How many volunteers are asked for a place, and how often one and the same.
 *
 * @param open offers kept open for each free place
 * @param visitsAWeek the most visits that a volunteer has in a week
 * @param unansweredADay the most offers within 24 hours that a volunteer has not answered
 * @param notThisKindDays for how long somebody is not asked for a kind of service that they do not want
 * @param claimsADay the most places that a volunteer claims from the pool within 24 hours
 * @param claimsAhead the most claimed places that a volunteer has before them
 */
public record OfferRules(
        @NotNull @Valid AtOnce open,
        @Min(1) @Max(50) int visitsAWeek,
        @Min(1) @Max(20) int unansweredADay,
        @Min(1) @Max(1100) int notThisKindDays,
        @Min(1) @Max(50) int claimsADay,
        @Min(1) @Max(50) int claimsAhead) {

    /** A number for each urgency. */
    public record AtOnce(
            @Min(1) @Max(20) int planned,
            @Min(1) @Max(20) int normal,
            @Min(1) @Max(20) int urgent,
            @Min(1) @Max(20) int emergency) {

        /** The number for an urgency. */
        public int of(Urgency urgency) {
            return switch (urgency) {
                case PLANNED -> planned;
                case NORMAL -> normal;
                case URGENT -> urgent;
                case EMERGENCY -> emergency;
            };
        }
    }
}
