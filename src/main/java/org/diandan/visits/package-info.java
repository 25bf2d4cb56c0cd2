/**
 * The visits that a signed-off work order plans, the places at them, and each volunteer's attendance: who comes, when they
 * came and went, and how it ended.
 *
 * <p>Owns visits, attendances and the engagements of volunteers. Plans when an order is signed off; schedules, starts and
 * finishes the order through its verbs; posts measured minutes to the ledger of hours. Never asks a volunteer (that is
 * {@code offers}), never changes a plan (that is the expert's in {@code orders}).
 *
 * <p>Tells {@link org.diandan.visits.VisitMoved}, {@link org.diandan.visits.PlacesOpened},
 * {@link org.diandan.visits.PlaceFreed} and {@link org.diandan.visits.PlacesFilled}, all inside the transaction. Whoever
 * locks here has locked the order first.
 */
@NullMarked
package org.diandan.visits;

import org.jspecify.annotations.NullMarked;
