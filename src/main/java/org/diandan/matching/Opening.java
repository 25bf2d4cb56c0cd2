package org.diandan.matching;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.diandan.shared.TimeWindow;

/**
 * A slot of a team on a day that still has a place.
 *
 * @param slot the slot's number within the team
 * @param time the slot on that day, in UTC
 * @param capacity how many orders the team takes in it
 */
record Opening(LocalDate on, int slot, TimeWindow time, int capacity) {

    /** The same slot on another day of the same weekday. */
    Opening movedTo(LocalDate day) {
        Period between = Period.ofDays((int) ChronoUnit.DAYS.between(on, day));
        return new Opening(
                day, slot, new TimeWindow(time.from().plus(between), time.to().plus(between)), capacity);
    }

    /** Which place it is among the team's. */
    Slots.Key key() {
        return new Slots.Key(on, slot);
    }
}
