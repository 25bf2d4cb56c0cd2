package org.diandan.volunteers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** All the times of a week at which a team visits. */
record SetSlots(@NotNull @Size(max = 100) List<@Valid WeeklySlot> slots) {}
