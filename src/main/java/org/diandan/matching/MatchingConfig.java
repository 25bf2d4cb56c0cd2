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

    /**
     * Points that speak for the team that is asked already when all orders are planned. Raised: fewer questions are taken
     * back for little, and the plan is less good by at most so much an order.
     */
    @WithDefault("20")
    int stayingPoints();

    /** How long a plan may be confirmed (ISO 8601). Raised: more time to look, and more of it has changed meanwhile. */
    @WithDefault("PT2H")
    Duration planLifetime();

    /** How long the program makes no plan of its own after the last one. Raised: fewer questions are taken back. */
    @WithDefault("PT1H")
    Duration planRest();

    /** How often the queue of a Center is looked at while there is one. Raised: plans and prices come later. */
    @WithDefault("PT5M")
    Duration watchEvery();

    /** After how long prices are learned anew. Raised: less work, and prices that know less of today. */
    @WithDefault("P1D")
    Duration relearn();

    /** The same while the queue is deep. */
    @WithDefault("PT1H")
    Duration relearnWhenDeep();
}
