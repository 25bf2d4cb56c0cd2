package org.diandan.orders;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The orders that tell of the same need.
 *
 * @param mergedInto the order of the same Center that this one is a duplicate of
 * @param transferredFrom the order at another Center whose place this one takes
 * @param transferredTo the order at another Center that takes the place of this one
 */
@Embeddable
record Kin(
        @Nullable UUID mergedInto,
        @Nullable UUID transferredFrom,
        @Nullable UUID transferredTo) {

    static final Kin NONE = new Kin(null, null, null);

    Kin mergedInto(@Nullable UUID original) {
        return new Kin(original, transferredFrom, transferredTo);
    }

    Kin transferredFrom(UUID order) {
        return new Kin(mergedInto, order, transferredTo);
    }

    Kin transferredTo(UUID order) {
        return new Kin(mergedInto, transferredFrom, order);
    }
}
