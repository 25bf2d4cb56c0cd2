package org.diandan.tasks;

/** Where a task stands. */
enum TaskState {
    /** Nobody does it yet. */
    OPEN,
    /** Somebody has said that they do it. */
    TAKEN,
    /** Somebody did it, or tried. */
    DONE,
    /** No longer needed: what it was for has happened, or cannot happen any more. */
    SETTLED;

    boolean isOpen() {
        return this == OPEN || this == TAKEN;
    }
}
