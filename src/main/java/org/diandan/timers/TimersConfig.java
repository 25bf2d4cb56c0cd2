package org.diandan.timers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The knobs of the timers. */
@ConfigMapping(prefix = "diandan.timers")
interface TimersConfig {

    /**
     * How long an instance waits between two looks for due timers, such as {@code 1s}; {@code off} for an instance that
     * fires none. Raised, timers fire later by up to that time and the database is asked less often.
     */
    @WithDefault("1s")
    String every();
}
