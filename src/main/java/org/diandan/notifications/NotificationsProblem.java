package org.diandan.notifications;

import org.diandan.shared.ProblemType;

/** The refusals of this room; docs/problems.md tells what each one means. */
enum NotificationsProblem implements ProblemType {
    /** The account follows as much as one may. Argument: how many streams that is. */
    TOO_MANY_STREAMS(429, "too-many-streams"),
    /** The instance has as many streams as it can, or is about to stop. */
    NO_STREAM_NOW(503, "no-stream-now");

    private final int status;
    private final String slug;

    NotificationsProblem(int status, String slug) {
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
