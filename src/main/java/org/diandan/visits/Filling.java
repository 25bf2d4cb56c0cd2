package org.diandan.visits;

/**
 * How visits of a Center got their people.
 *
 * @param sought for how many visits volunteers were asked
 * @param filled how many of them had all their people
 * @param medianMinutes from the first ask to the last place, of those that were filled; 0 if none was
 */
public record Filling(long sought, long filled, double medianMinutes) {}
