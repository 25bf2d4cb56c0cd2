package org.diandan.jobs;

/**
 * A job does not go on here: it was cancelled, the instance stops, or another one has taken it since this one was not
 * heard of for too long.
 */
public final class JobStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobStopped(String why) {
        super(why, null, false, false);
    }
}
