package org.diandan.matching;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dispatcher chooses a team.
 *
 * @param reason why this team, where it is not the first of the ranking
 */
public record ProposeTeam(
        @NotNull UUID team, @Nullable @Size(max = 2000) String reason) {}
