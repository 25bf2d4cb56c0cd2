package org.diandan.volunteers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why something is done that others must be told about. */
record Because(@NotBlank @Size(max = 500) String reason) {}
