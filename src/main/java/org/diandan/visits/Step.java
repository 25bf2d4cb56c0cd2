package org.diandan.visits;

import org.jspecify.annotations.Nullable;

/**
 * A transition that a visit or an attendance made and that still has to be told.
 *
 * @param from absent at the beginning
 */
record Step<A extends Enum<A>, S extends Enum<S>>(
        A action, @Nullable S from, S to) {}
