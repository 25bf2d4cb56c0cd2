package org.diandan.volunteers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.diandan.shared.ProblemType;
import org.diandan.shared.Refused;

/** Says which refusal an act meets. */
final class Refusals {

    private Refusals() {}

    static Refused assertRefused(ProblemType type, ThrowingCallable act) {
        var refused = catchThrowableOfType(Refused.class, act);
        assertThat(refused).as("refused as %s", type.slug()).isNotNull();
        assertThat(refused.type()).isEqualTo(type);
        return refused;
    }
}
