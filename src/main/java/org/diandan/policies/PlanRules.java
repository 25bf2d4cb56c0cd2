package org.diandan.policies;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * When a plan of the whole Center is made without anybody asking for it.
 *
 * @param queueDepth as soon as so many orders wait; absent for never
 * @param appliedAutomatically whether such a plan is put into proposals at once; else a dispatcher confirms it
 */
public record PlanRules(@Nullable @Min(1) @Max(100_000) Integer queueDepth, boolean appliedAutomatically) {}
