package org.diandan.visits;

import java.util.UUID;

/** News: a visit is the next of its order, and volunteers are to be asked. Inside the transaction. */
public record PlacesOpened(String center, UUID visit, UUID order) {}
