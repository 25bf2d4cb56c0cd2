package org.diandan.jobs;

import java.util.List;

/** How far a job has come. */
public enum JobState {
    /** Waits for an instance that takes it. */
    QUEUED,
    /** An instance is at it, or was until it was killed. */
    RUNNING,
    /** There is a result. */
    DONE,
    /** It came to an end without a result; the problem tells why. */
    FAILED,
    /** Somebody stopped it. */
    CANCELLED;

    static final List<JobState> OPEN = List.of(QUEUED, RUNNING);

    /** Tells whether nothing more happens to it. */
    public boolean isOver() {
        return !OPEN.contains(this);
    }
}
