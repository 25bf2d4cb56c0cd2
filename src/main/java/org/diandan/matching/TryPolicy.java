package org.diandan.matching;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.diandan.policies.Rules;

/**
 * Rules to be tried on the past.
 *
 * @param from the first moment of the past period
 * @param to the end of it, exclusive; at most 92 days after
 */
public record TryPolicy(
        @NotNull @Valid Rules rules,
        @NotNull Instant from,
        @NotNull Instant to) {}
