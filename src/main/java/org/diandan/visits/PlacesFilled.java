package org.diandan.visits;

import java.util.UUID;

/** News: the last place of a visit is taken. Inside the transaction. */
public record PlacesFilled(String center, UUID visit, UUID order) {}
