package org.diandan.offers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.diandan.shared.Urgency;

/** The knobs of this room. */
@ConfigMapping(prefix = "diandan.offers")
interface OffersConfig {

    /** Offers kept open for each free place of an emergency. Raised, places fill sooner and more people ask in vain. */
    @WithDefault("7")
    int emergency();

    /** The same for an urgent order. */
    @WithDefault("3")
    int urgent();

    /** The same for a normal order. */
    @WithDefault("2")
    int normal();

    /** The same for a planned order. */
    @WithDefault("1")
    int planned();

    /** How many offers that a volunteer has not answered there may be in a day. Raised, people are asked more often. */
    @WithDefault("2")
    int unansweredADay();

    /** How far back offers count as tiring when volunteers are put in order. Raised, who was asked often rests longer. */
    @WithDefault("P7D")
    Duration tiredFor();

    /** How many volunteers of a wave's area are looked at each time somebody is asked. Raised, the choice is better and dearer. */
    @WithDefault("200")
    int neighboursLookedAt();

    /** How long somebody is not asked for a kind of service that they do not want. Raised, they are left alone longer. */
    @WithDefault("P180D")
    Duration notThisKind();

    /** How soon a dispatcher finds somebody for a visit that nobody is left to be asked for. Raised, it waits longer. */
    @WithDefault("PT4H")
    Duration standInWithin();

    /** Offers kept open for each free place. */
    default int open(Urgency urgency) {
        return switch (urgency) {
            case EMERGENCY -> emergency();
            case URGENT -> urgent();
            case NORMAL -> normal();
            case PLANNED -> planned();
        };
    }
}
