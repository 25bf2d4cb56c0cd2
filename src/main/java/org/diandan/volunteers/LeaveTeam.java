package org.diandan.volunteers;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A member goes.
 *
 * @param reason needed from a leader or dispatcher who sends someone away; nobody must say why they go themselves
 */
record LeaveTeam(@Nullable @Size(max = 500) String reason) {}
