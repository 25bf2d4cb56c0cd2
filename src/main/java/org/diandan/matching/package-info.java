/**
 * Which team an order goes to: who may be asked, in which order, and what became of the question.
 *
 * <p>Owns routings, each decision with what it was made of, the searches that are on and the orders that wait, the places
 * that teams hold per slot and day and what they are worth, plans of all orders of a Center, and the count of how teams
 * answer. It proposes and never assigns: a team may always decline. Never offers anything to a volunteer. Hears {@link
 * org.diandan.orders.OrderMoved} and {@link org.diandan.volunteers.TeamDissolved} in their transaction. Tells {@link
 * org.diandan.matching.RoutingMoved} at each transition of a routing.
 */
@NullMarked
package org.diandan.matching;

import org.jspecify.annotations.NullMarked;
