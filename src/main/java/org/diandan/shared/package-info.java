/**
 * Values that every room speaks: ids, roles, actors, scopes, urgency, problems, pages and the clock.
 *
 * <p>Owns no table and tells no news. Knows no other room.
 */
@NullMarked
package org.diandan.shared;

import org.jspecify.annotations.NullMarked;
