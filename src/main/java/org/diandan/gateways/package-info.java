/**
 * The outside world: what this program says to systems that are not its own. Each is an interface, and a version that
 * only logs is there until an installation brings another.
 *
 * <p>Owns no table and tells no news. Never decides what is said, or to whom.
 */
@NullMarked
package org.diandan.gateways;

import org.jspecify.annotations.NullMarked;
