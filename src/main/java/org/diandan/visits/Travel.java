package org.diandan.visits;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * How long it takes from one site to another. Sites have no coordinates: the way is counted in steps along the tree of
 * divisions (village – township – county), each of the same length. Inside a village it counts for nothing.
 */
@ApplicationScoped
class Travel {

    private static final int CENTER_DIGITS = 6;
    private static final int TOWNSHIP_DIGITS = 9;
    private static final int VILLAGE_DIGITS = 12;

    private final VisitsConfig config;

    Travel(VisitsConfig config) {
        this.config = config;
    }

    Duration between(String one, String other) {
        double hours = steps(one, other) * config.kilometresPerStep() / config.kilometresAnHour();
        return Duration.ofSeconds(Math.round(hours * Duration.ofHours(1).toSeconds()));
    }

    /** Up from one site to the level that both share, and down to the other; above the county all counties are one. */
    static int steps(String one, String other) {
        int shared = 0;
        for (int digits : new int[] {CENTER_DIGITS, TOWNSHIP_DIGITS, VILLAGE_DIGITS}) {
            if (one.length() >= digits && one.regionMatches(0, other, 0, digits)) {
                shared++;
            }
        }
        return level(one) - shared + level(other) - shared;
    }

    private static int level(String code) {
        return Math.min(code.length(), VILLAGE_DIGITS) / 3 - 1;
    }
}
