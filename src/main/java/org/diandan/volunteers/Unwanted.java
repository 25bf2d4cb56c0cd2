package org.diandan.volunteers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a volunteer does not want to be asked for: a service, or every service of a category.
 *
 * @param code of the service or category
 * @param untilAt when it ends by itself; absent for what was said as a preference, which holds until it is taken back
 */
record Unwanted(Kind kind, String code, @Nullable Instant untilAt) {

    enum Kind {
        SERVICE,
        CATEGORY
    }
}
