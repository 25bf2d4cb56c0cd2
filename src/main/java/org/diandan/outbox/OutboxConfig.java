package org.diandan.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The knobs of the outbox. */
@ConfigMapping(prefix = "diandan.outbox")
interface OutboxConfig {

    /**
     * How long an instance waits between two looks for news to deliver, such as {@code 1s}; {@code off} for an instance
     * that delivers none. Raised, news arrives later by up to that time and the database is asked less often.
     */
    @WithDefault("1s")
    String every();

    /**
     * Whether this instance rings the others, and is rung by them, when something was kept. Without, those who follow the
     * news look for it at their own times alone.
     */
    @WithDefault("true")
    boolean bell();

    /** How long an event is kept at least, in days by default 7. Raised, subscribers can be served further back and the table grows. */
    @WithDefault("7D")
    Duration keep();

    /** How long an instance waits between two removals of old events, such as {@code 1h}; {@code off} for none. */
    @WithDefault("1h")
    String pruneEvery();
}
