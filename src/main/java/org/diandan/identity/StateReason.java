package org.diandan.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an account is suspended or reopened. */
record StateReason(@NotBlank @Size(max = 500) String reason) {}
