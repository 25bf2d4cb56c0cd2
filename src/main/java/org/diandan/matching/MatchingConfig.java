package org.diandan.matching;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;

/** The knobs of this room. */
@ConfigMapping(prefix = "diandan.matching")
interface MatchingConfig {

    /**
     * How far ahead a place is sought for an order without a wished time, in days (ISO 8601). Raised: fewer orders go to
     * the last resort, some wait longer.
     */
    @WithDefault("P14D")
    Period horizon();

    /**
     * How long learned prices hold, as a duration. Raised: prices outlive a surge and keep places for orders that no longer
     * come; lowered: how full a team's week is decides sooner.
     */
    @WithDefault("P8D")
    Duration pricesHold();
}
