package org.diandan.orders;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A rating.
 *
 * @param score 1 (very bad) to 5 (very good)
 * @param heardFrom whom a clerk heard when calling back; needed from a clerk
 */
public record RateOrder(
        @Min(1) @Max(5) int score,
        @Nullable @Size(max = 1000) String words,
        @Nullable @Size(max = 100) String heardFrom) {}
