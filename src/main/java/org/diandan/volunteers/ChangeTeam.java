package org.diandan.volunteers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What shall be otherwise about a team; what is absent or empty stays as it is. */
record ChangeTeam(
        @Nullable @Size(min = 1, max = 100) String name,
        @Size(max = 20) List<@NotBlank @Size(max = 40) String> categories,
        @Nullable UUID organisation) {}
