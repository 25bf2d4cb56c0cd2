package org.diandan.sites;

import org.diandan.shared.ProblemType;

/** What this room refuses. */
public enum SitesProblem implements ProblemType {
    /** A request names a site that there is not. */
    UNKNOWN_SITE(400, "unknown-site");

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
