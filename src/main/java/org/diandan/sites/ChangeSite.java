package org.diandan.sites;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Changes what is given and leaves the rest. */
record ChangeSite(
        @Size(max = 60) @Pattern(regexp = ".*\\S.*") @Nullable
        String name,

        @Nullable OperatingMode mode,
        @Size(max = 200) @Nullable String address,
        @Size(max = 120) @Nullable String opening) {}
