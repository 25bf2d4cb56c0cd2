package org.diandan.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A transition that an order made and that still has to be written into its history and told. */
record Step(OrderAction action, @Nullable OrderState from, OrderState to, Caller caller, Why why, Instant at) {}
