package org.diandan.matching;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A leader says no.
 *
 * @param text words beside the reason; needed with OTHER
 */
public record DeclineRouting(
        @NotNull DeclineReason reason,
        @Nullable @Size(max = 2000) String text) {}
