package org.diandan.volunteers;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A time in each week at which a team can visit.
 *
 * @param slot its number in the team, never used again for another time
 * @param from in the time zone of the team's Center
 * @param to on the same day, after {@code from}
 * @param capacity how many visits the team can make in it
 */
@Embeddable
public record SlotFacts(
        int slot,
        @Enumerated(EnumType.STRING) DayOfWeek day,
        @Column(name = "starts") LocalTime from,
        @Column(name = "ends") LocalTime to,
        int capacity) {

    static List<SlotFacts> inOrder(Collection<SlotFacts> slots) {
        return slots.stream()
                .sorted(Comparator.comparing(SlotFacts::day).thenComparing(SlotFacts::from))
                .toList();
    }

    /** Tells whether both are the same time of the week. */
    boolean isAt(DayOfWeek otherDay, LocalTime otherFrom, LocalTime otherTo) {
        return day == otherDay && from.equals(otherFrom) && to.equals(otherTo);
    }
}
