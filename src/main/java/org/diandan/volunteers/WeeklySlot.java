package org.diandan.volunteers;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * A slot that a team wants to offer in each week.
 *
 * @param capacity how many visits the team can make in it
 */
record WeeklySlot(
        @NotNull DayOfWeek day,
        @NotNull LocalTime from,
        @NotNull LocalTime to,
        @Min(1) @Max(1000) int capacity) {

    WeeklyWindow window() {
        return new WeeklyWindow(day, from, to);
    }

    SlotFacts numbered(int slot) {
        return new SlotFacts(slot, day, from, to, capacity);
    }
}
