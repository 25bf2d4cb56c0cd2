package org.diandan.policies;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.diandan.shared.Urgency;

/**
 * What an order is worth, in the points of the score: base × urgency × (1 + the circumstances that its resident lets
 * count), and more the longer it has waited.
 *
 * @param base points of a planned order
 * @param livesAlone what living alone adds to 1
 * @param disabled what a disability adds
 * @param over80 what an age above 80 adds
 * @param ageing what each quarter of the time limit that is used up adds, as a share of the rest
 */
public record OrderValue(
        @Min(1) @Max(100_000) int base,
        @NotNull @Valid UrgencyFactors urgency,
        @DecimalMin("0") @DecimalMax("10") double livesAlone,
        @DecimalMin("0") @DecimalMax("10") double disabled,
        @DecimalMin("0") @DecimalMax("10") double over80,
        @DecimalMin("0") @DecimalMax("1") double ageing) {

    /** What an urgency multiplies the worth of an order with; none counts less than a lesser one. */
    public record UrgencyFactors(
            @DecimalMin("0.1") @DecimalMax("100") double planned,
            @DecimalMin("0.1") @DecimalMax("100") double normal,
            @DecimalMin("0.1") @DecimalMax("100") double urgent,
            @DecimalMin("0.1") @DecimalMax("100") double emergency) {

        /** The factor of an urgency. */
        public double of(Urgency urgency) {
            return switch (urgency) {
                case PLANNED -> planned;
                case NORMAL -> normal;
                case URGENT -> urgent;
                case EMERGENCY -> emergency;
            };
        }

        boolean rises() {
            return planned <= normal && normal <= urgent && urgent <= emergency;
        }
    }
}
