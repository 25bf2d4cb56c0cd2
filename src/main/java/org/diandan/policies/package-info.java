/**
 * What a Center has decided about its matching: the weights of the score, the worth of an order, how often teams and
 * volunteers may be asked, when a plan is made.
 *
 * <p>A policy is never changed: each decision of a Center is a new version, with who, when and why, and version 0 is the
 * standard that holds where a Center has decided nothing. Whoever decides by a policy keeps its version, so that the
 * decision can be explained and repeated. This room never knows an order, a team or a volunteer, and tells no news.
 */
@NullMarked
package org.diandan.policies;

import org.jspecify.annotations.NullMarked;
