package org.diandan.offers;

import org.jspecify.annotations.Nullable;

/**
 * A transition that a swap made and that still has to be told.
 *
 * @param from absent at the beginning
 */
record SwapStep(SwapAction action, @Nullable SwapState from, SwapState to) {}
