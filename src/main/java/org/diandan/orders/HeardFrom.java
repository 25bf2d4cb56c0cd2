package org.diandan.orders;

import org.jspecify.annotations.Nullable;

/** A clerk who says something for the resident names whom they heard say it. */
final class HeardFrom {

    private HeardFrom() {}

    /** @throws org.diandan.shared.Refused if a clerk names nobody */
    static void needed(Part part, @Nullable String heardFrom) {
        if (part == Part.CLERK && (heardFrom == null || heardFrom.isBlank())) {
            throw OrderProblem.HEARD_FROM_MISSING.because();
        }
    }
}
