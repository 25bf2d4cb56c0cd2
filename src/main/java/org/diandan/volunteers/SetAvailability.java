package org.diandan.volunteers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** All the times of a week at which a volunteer has time; none: only when asked. */
record SetAvailability(@NotNull @Size(max = 50) List<@Valid WeeklyWindow> windows) {}
