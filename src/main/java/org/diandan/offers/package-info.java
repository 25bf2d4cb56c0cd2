/**
 * The offers of places at visits to volunteers: who is asked, until when, what they answer; and the open pool, where
 * volunteers take a place by themselves.
 *
 * <p>Owns offers. Hears that a visit seeks volunteers, that a place was freed or the last one taken, and keeps as many
 * offers open as the urgency asks for. Takes places only through {@code visits}, which alone decides who may come. Never
 * makes anybody come: an acceptance is the volunteer's own act, or somebody who heard it is named.
 *
 * <p>Tells no news of its own besides the history and the outbox. Whoever locks here has locked the order first.
 */
@NullMarked
package org.diandan.offers;

import org.jspecify.annotations.NullMarked;
