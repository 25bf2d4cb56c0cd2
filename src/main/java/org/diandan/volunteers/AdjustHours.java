package org.diandan.volunteers;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Fewer minutes count than were written down.
 *
 * @param minutes what counts
 */
record AdjustHours(
        @Min(0) int minutes, @NotBlank @Size(max = 500) String reason) {}
