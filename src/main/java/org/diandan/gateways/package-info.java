/**
 * The outside world: what this program says to and asks of systems that are not its own. Each is an interface; text messages
 * are only logged until an installation names a provider.
 *
 * <p>Owns no table and tells no news. Never decides what is said, or to whom.
 */
@NullMarked
package org.diandan.gateways;

import org.jspecify.annotations.NullMarked;
