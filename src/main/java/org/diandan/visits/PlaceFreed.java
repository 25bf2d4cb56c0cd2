package org.diandan.visits;

import java.util.UUID;

/**
 * News: somebody gave a place back or was released from it. Inside the transaction.
 *
 * @param volunteer who had it
 * @param late whether it was so short before the visit that it counts as late (T8)
 */
public record PlaceFreed(String center, UUID visit, UUID order, UUID volunteer, boolean late) {}
