package org.diandan.jobs;

/** What a room does when one of its jobs is taken up; a CDI bean. */
public interface JobHandler {

    /** The kind of job that this handler is for; each kind has one handler. */
    String kind();

    /**
     * Does the work, outside of any transaction, in as many of its own as it needs. It may be run again, from the
     * beginning, after its instance was killed, and for a moment twice at once: what it has done already it must find
     * done.
     *
     * @return where the result is to be found, below the base path of the API
     * @throws org.diandan.shared.Refused when it cannot be done; the job fails with this problem. Anything else that is
     *     thrown lets the job be tried again
     */
    String run(JobFacts job, Progress progress);

    /**
     * The job ends without a result. Lets go of what waits for it, in the transaction that ends it.
     *
     * @param state FAILED or CANCELLED
     */
    void ended(JobFacts job, JobState state);
}
