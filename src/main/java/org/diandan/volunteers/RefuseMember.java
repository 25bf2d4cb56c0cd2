package org.diandan.volunteers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Why someone is not taken, as that person will read it. */
record RefuseMember(
        @NotNull JoinRefusal refusal,
        @NotBlank @Size(max = 500) String reason) {}
