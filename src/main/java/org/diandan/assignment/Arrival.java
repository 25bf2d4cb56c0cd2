package org.diandan.assignment;

import org.diandan.shared.Urgency;

/**
 * An order as an online engine sees it: itself, and nothing that comes after it. Arrays are not to be changed.
 *
 * @param slot in which the visit is wished
 * @param value points for serving it at all
 * @param teams that may serve it
 * @param scores points that each of them adds
 */
@SuppressWarnings("ArrayRecordComponent") // hot: one is made for each order, none is ever compared
public record Arrival(int slot, int value, Urgency urgency, int[] teams, int[] scores) {}
