package org.diandan.matching;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** The knobs of this room. */
@ConfigMapping(prefix = "diandan.matching")
interface MatchingConfig {

    /** How many teams are asked at once where a site is in an emergency. Raised: sooner an answer, more asked in vain. */
    @WithDefault("3")
    int proposalsInEmergency();

    /** How many teams of one reach may refuse before the next wider one is asked. Raised: nearer teams, later help. */
    @WithDefault("3")
    int refusalsPerReach();

    /**
     * How far ahead a place is sought for an order without a wished time, in days (ISO 8601). Raised: fewer orders go to
     * the last resort, some wait longer.
     */
    @WithDefault("P14D")
    Period horizon();
}
