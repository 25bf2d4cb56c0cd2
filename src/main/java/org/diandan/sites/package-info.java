/**
 * Divisions, the sites that people belong to with their chain, the service calendar of each Center and the operating
 * mode.
 *
 * <p>A site is known by its code everywhere: the code of its division (county, township, village) or, for a Point, the
 * code of the site it belongs to with a number. Divisions are imported, never compiled in. This room never knows an
 * account: who may change what it reads from the caller's scope. It tells no news.
 */
@NullMarked
package org.diandan.sites;

import org.jspecify.annotations.NullMarked;
