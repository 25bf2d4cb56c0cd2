package org.diandan.matching;

import java.util.Collection;
import java.util.Optional;

/**
 * How far around an order's place teams are looked for. It widens when nobody is left or three have refused; a team
 * asked from afar may always decline.
 */
enum Reach {
    /** Teams whose coverage includes the place. */
    VILLAGE,
    /** Teams that cover some part of the place's township. */
    TOWNSHIP,
    /** Every team of the Center. */
    COUNTY;

    private static final int TOWNSHIP_DIGITS = 9;

    /** Tells whether a team with this coverage (codes of divisions) is looked at for an order at this site. */
    boolean takesIn(Collection<String> coverage, String site) {
        return switch (this) {
            case VILLAGE -> coverage.stream().anyMatch(site::startsWith);
            case TOWNSHIP -> {
                String township = site.substring(0, Math.min(TOWNSHIP_DIGITS, site.length()));
                yield coverage.stream().anyMatch(area -> area.startsWith(township) || township.startsWith(area));
            }
            case COUNTY -> true;
        };
    }

    /** The next wider one; none beyond the Center, where the last resort begins. */
    Optional<Reach> wider() {
        return switch (this) {
            case VILLAGE -> Optional.of(TOWNSHIP);
            case TOWNSHIP -> Optional.of(COUNTY);
            case COUNTY -> Optional.empty();
        };
    }
}
