package org.diandan.residents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A consent on record.
 *
 * @param takenBy the account that recorded it
 * @param endedAt when it was withdrawn or replaced; absent while it is valid
 */
record ConsentView(
        ConsentPurpose purpose,
        int version,
        ConsentBy by,
        @Nullable UUID takenBy,
        Instant givenAt,
        @Nullable Instant endedAt) {}
