/**
 * The roof: four real places with made-up people, for the demo and for the tests.
 *
 * <p>Owns no table. Plants by the public API, as people would, and only where the profile {@code demo} or a test asks.
 * Nobody uses it.
 */
@NullMarked
package org.diandan.demo;

import org.jspecify.annotations.NullMarked;
