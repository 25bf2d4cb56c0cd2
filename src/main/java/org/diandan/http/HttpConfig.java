package org.diandan.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** The knobs of this room. */
@ConfigMapping(prefix = "diandan.http")
interface HttpConfig {

    RequestsPerMinute requestsPerMinute();

    Idempotency idempotency();

    /**
     * How long a request may take from its head, or from the end of a large body, to the beginning of its answer, as a
     * duration; then 503 with {@code Retry-After}. More than the database's limits (statement 2 s, socket 4 s) and less
     * than the proxy's. Raised, a phone waits longer to hear that it must try again.
     */
    @WithDefault("PT5S")
    Duration requestTime();

    /** How many requests one caller may send; beyond, 429 with {@code Retry-After}. */
    interface RequestsPerMinute {

        /**
         * For each account: requests a minute and at once, on each instance; 0 counts nothing. Raised, one account can
         * keep more of the program busy.
         */
        @WithDefault("600")
        int account();

        /**
         * For each address, signed in or not: requests a minute and at once, on each instance; 0 counts nothing. A whole
         * village may sit behind one address. Raised, a guesser of passwords and codes gets more tries in.
         */
        @WithDefault("6000")
        int address();

        /**
         * For each account and operation, by its {@code operationId}, where it costs more than others: requests a minute and
         * at once, on each instance; 0, and an operation that is not named, counts nothing of its own. Where accounts are not
         * counted, nor are these. Raised, one account can keep more of the database busy.
         */
        Map<String, Integer> operation();
    }

    /** The keys by which a request that is sent again is known. */
    interface Idempotency {

        /**
         * How long an answer is kept, as a duration. Raised, a phone may be offline for longer, and the table
         * {@code idempotency_key} grows.
         */
        @WithDefault("PT72H")
        Duration retention();

        /**
         * How long a request waits for the first one with its key, as a duration. Raised, it holds a thread for longer
         * before it is sent away with {@code Retry-After}.
         */
        @WithDefault("PT2S")
        Duration patience();

        /** How often old answers are deleted, as a duration, or {@code off}. Raised, more are deleted at once. */
        @WithDefault("10m")
        String pruneEvery();
    }
}
