package org.diandan.sites;

import org.diandan.shared.ProblemType;

/** What this room refuses. */
public enum SitesProblem implements ProblemType {
    /** A request names a site that there is not. Argument: its code. */
    UNKNOWN_SITE(400, "unknown-site"),
    /** The file that was sent has not the columns of divisions. */
    NOT_A_DIVISION_FILE(400, "not-a-division-file"),
    /** Rows of the file are wrong; {@code errors} names each. */
    WRONG_DIVISIONS(400, "wrong-divisions"),
    /** A Center, Institute or Station is opened where there is no valid division. Argument: the code. */
    NO_SUCH_DIVISION(400, "no-such-division"),
    /** There is a site with this code. Argument: the code. */
    SITE_EXISTS(409, "site-exists"),
    /** The site above is not open yet. Argument: its code. */
    NO_SITE_ABOVE(409, "no-site-above"),
    /** A site has 999 Points. Argument: its code. */
    POINTS_USED_UP(409, "points-used-up"),
    /** The calendar of a site is that of its Center. Argument: the Center's code. */
    CALENDAR_OF_CENTER(409, "calendar-of-center");

    private final int status;
    private final String slug;

    SitesProblem(int status, String slug) {
        this.status = status;
        this.slug = slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String slug() {
        return slug;
    }
}
