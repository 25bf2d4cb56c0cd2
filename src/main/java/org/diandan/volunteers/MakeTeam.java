package org.diandan.volunteers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A team to be made.
 *
 * @param site its home site
 * @param categories the main one first
 * @param coverage codes of sites of the same Center; none: the home site and all below it
 */
record MakeTeam(
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 16) String site,
        @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 40) String> categories,
        @Nullable UUID organisation,
        @Size(max = 200) List<@NotBlank @Size(max = 16) String> coverage,
        @Size(max = 100) List<@Valid WeeklySlot> slots) {}
