package org.diandan.tasks;

/** How a task ended; which of them a kind of task may have, {@link TaskKind} says. */
public enum TaskOutcome {
    /** What was asked for is done. */
    DONE,
    /** It could not be done. */
    NOT_POSSIBLE,
    /** The person was spoken to. */
    REACHED,
    /** The person could not be reached. */
    NOT_REACHED,
    /** The person is safe. */
    SAFE,
    /** The person needs help, which was called. */
    HELP_NEEDED,
    /** The resident is content now. */
    RESOLVED,
    /** The resident is not content, and more cannot be done. */
    NOT_RESOLVED,
    /** The absence counts as excused. */
    EXCUSED,
    /** The absence stands. */
    CONFIRMED
}
