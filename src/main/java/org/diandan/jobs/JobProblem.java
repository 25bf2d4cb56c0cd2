package org.diandan.jobs;

import org.diandan.shared.ProblemType;

/** The refusals of this room, and how a job fails whatever its kind; docs/problems.md tells what each one means. */
enum JobProblem implements ProblemType {
    /** The job has come to its end. Member {@code state}. */
    JOB_OVER(409, "job-over"),
    /** Told by a job, not answered: it was begun several times and never came to its end. */
    GIVEN_UP(500, "job-given-up");

    private final int status;
    private final String slug;

    JobProblem(int status, String slug) {
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
