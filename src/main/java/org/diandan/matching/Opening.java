package org.diandan.matching;

import java.time.LocalDate;
import org.diandan.shared.TimeWindow;

/**
 * A slot of a team on a day that still has a place.
 *
 * @param slot the slot's number within the team
 * @param time the slot on that day, in UTC
 * @param capacity how many orders the team takes in it
 */
record Opening(LocalDate on, int slot, TimeWindow time, int capacity) {}
