package org.diandan.policies;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Decides what is to hold in a Center from now on.
 *
 * @param reason why, for whoever reads the history
 */
record SetPolicy(
        @NotBlank @Size(max = 2000) String reason,
        @NotNull @Valid Rules rules) {}
