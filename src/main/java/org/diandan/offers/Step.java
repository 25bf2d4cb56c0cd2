package org.diandan.offers;

import org.jspecify.annotations.Nullable;

/**
 * A transition that an offer made and that still has to be told.
 *
 * @param from absent at the beginning
 */
record Step(OfferAction action, @Nullable OfferState from, OfferState to) {}
