package org.diandan.visits;

import org.jspecify.annotations.Nullable;

/** How far around volunteers are asked for a visit (T6); it widens until the visit has its people. */
public enum Wave {
    /** The members of the team that makes the visit. */
    TEAM(0),
    /** Also whose home lies in the village of the visit's site. */
    STATION(12),
    /** Also whose home lies in its township. */
    TOWNSHIP(9),
    /** Also whose home lies in its county. */
    COUNTY(6);

    private final int digits;

    Wave(int digits) {
        this.digits = digits;
    }

    /** The next wider one; none after the county, where a dispatcher has to find somebody. */
    public @Nullable Wave wider() {
        return switch (this) {
            case TEAM -> STATION;
            case STATION -> TOWNSHIP;
            case TOWNSHIP -> COUNTY;
            case COUNTY -> null;
        };
    }

    /** The code of the area that is asked around a site; none where only the team is, or the site is higher up itself. */
    public @Nullable String area(String site) {
        return digits == 0 || site.length() < digits ? null : site.substring(0, digits);
    }
}
