package org.diandan.outbox;

import java.time.Instant;
import java.util.UUID;

/** A delivery that was given up: the event is kept, and nobody tries again. */
record DeadLetter(
        String center,
        UUID event,
        String type,
        UUID subject,
        Instant at,
        String subscriber,
        int tries,
        String lastError) {}
