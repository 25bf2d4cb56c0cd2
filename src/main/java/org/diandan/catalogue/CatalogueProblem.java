package org.diandan.catalogue;

import org.diandan.shared.ProblemType;

/** What this room refuses. */
public enum CatalogueProblem implements ProblemType {
    /** A request names a service that there is not. */
    UNKNOWN_SERVICE(400, "unknown-service"),
    /** There is a service with this code. Argument: the code. */
    SERVICE_EXISTS(409, "service-exists"),
    /** The installation's time limit stays: every other one falls back to it. */
    LAST_TIME_LIMIT(409, "last-time-limit");

    private final int status;
    private final String slug;

    CatalogueProblem(int status, String slug) {
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
