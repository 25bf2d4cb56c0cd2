package org.diandan.rights;

import org.diandan.shared.ProblemType;

/** What asking to be forgotten may be refused for, beside what the rooms have against it. */
public enum RightsProblem implements ProblemType {
    ERASURE_ASKED(409, "erasure-asked"),
    ERASURE_NOT_ASKED(404, "erasure-not-asked"),
    ERASURE_IS_THEIRS(409, "erasure-is-theirs");

    private final int status;
    private final String slug;

    RightsProblem(int status, String slug) {
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
