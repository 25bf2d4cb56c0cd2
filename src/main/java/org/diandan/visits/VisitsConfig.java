package org.diandan.visits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The knobs of this room. */
@ConfigMapping(prefix = "diandan.visits")
interface VisitsConfig {

    /** How long before the planned start somebody may check in. Raised, more waiting counts as service. */
    @WithDefault("PT30M")
    Duration checkInBefore();

    /** How old the time of a device that was offline may be. Raised, people far from any network can check in later. */
    @WithDefault("PT12H")
    Duration offline();

    /** How far the clock of a device may be ahead of ours. Raised, badly set phones pass. */
    @WithDefault("PT2M")
    Duration clockAhead();

    /** How many wrong codes an attendance may try in a quarter of an hour. Raised, a code is easier to guess. */
    @WithDefault("5")
    int wrongCodes();

    /** How far it is, in kilometres, from a village to its township, from there to the county. Raised, more visits clash. */
    @WithDefault("4")
    double kilometresPerStep();

    /** How fast volunteers travel, in kilometres an hour. Raised, visits may follow each other more closely. */
    @WithDefault("20")
    double kilometresAnHour();

    /** How far back visits count as load when volunteers are put in order. Raised, who did much is asked later. */
    @WithDefault("P28D")
    Duration recent();

    /** How soon a safety call has to be made. Raised, somebody in trouble waits longer. */
    @WithDefault("PT30M")
    Duration safetyCallWithin();

    /** How soon the resident is to be called, or somebody has to plan anew. Raised, people wait longer for an answer. */
    @WithDefault("PT4H")
    Duration callWithin();

    /** How soon a dispatcher decides on a disputed no-show. Raised, volunteers wait longer. */
    @WithDefault("P3D")
    Duration decideWithin();
}
