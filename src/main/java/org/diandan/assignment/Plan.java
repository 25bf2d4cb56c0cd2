package org.diandan.assignment;

/**
 * The best assignment there is, with its proof.
 *
 * @param objective what the assignment is worth; equals {@link Prices#bound} of the same instance
 * @param exchanges steps that the engine took
 */
public record Plan(Assignment assignment, long objective, Prices prices, long exchanges) {}
