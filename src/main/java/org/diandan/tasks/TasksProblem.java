package org.diandan.tasks;

import org.diandan.shared.ProblemType;

/** What this room refuses. */
enum TasksProblem implements ProblemType {
    /** The kind of task cannot end like this; {@code outcomes} lists how it can. */
    FOREIGN_OUTCOME(400, "task-outcome-foreign"),
    /** The task was done, or is no longer needed. */
    NOT_OPEN(409, "task-not-open"),
    /** Somebody else does the task. */
    TAKEN(409, "task-taken");

    private final int status;
    private final String slug;

    TasksProblem(int status, String slug) {
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
