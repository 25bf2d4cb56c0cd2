package org.diandan.rights;

import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.Choice;
import org.jspecify.annotations.Nullable;

/**
 * The wish to be forgotten, as the person sees it.
 *
 * @param dueAt when it takes effect; until then it can be withdrawn
 * @param endedAt when it was withdrawn; absent while it waits
 * @param obstacle what has to be done before; absent where nothing stands in the way
 * @param stays what is kept nevertheless, and why
 */
public record ErasureView(
        UUID id,
        Choice state,
        Instant askedAt,
        Instant dueAt,
        @Nullable Instant endedAt,
        @Nullable String obstacle,
        String stays) {}
