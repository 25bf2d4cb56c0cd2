/**
 * The order's life: placed, taken on, routed, prepared, offered, scheduled, served, rated, closed, and every other way
 * it can go.
 *
 * <p>Owns orders, their history (one for all four machines), the parties, the preparation, the ratings and the photos.
 * Never decides which team or volunteer comes and knows nothing of visits: the rooms above push it by the verbs of
 * {@link org.diandan.orders.OrderProgress}. Tells {@link org.diandan.orders.OrderMoved} at each transition.
 */
@NullMarked
package org.diandan.orders;

import org.jspecify.annotations.NullMarked;
