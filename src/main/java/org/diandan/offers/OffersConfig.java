package org.diandan.offers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The knobs of this room; how many are asked, and how often one and the same, is the policy of each Center. */
@ConfigMapping(prefix = "diandan.offers")
interface OffersConfig {

    /** How far back offers count as tiring when volunteers are put in order. Raised, who was asked often rests longer. */
    @WithDefault("P7D")
    Duration tiredFor();

    /** How many volunteers of a wave's area are looked at each time somebody is asked. Raised, the choice is better and dearer. */
    @WithDefault("200")
    int neighboursLookedAt();

    /** How soon a dispatcher finds somebody for a visit that nobody is left to be asked for. Raised, it waits longer. */
    @WithDefault("PT4H")
    Duration standInWithin();
}
