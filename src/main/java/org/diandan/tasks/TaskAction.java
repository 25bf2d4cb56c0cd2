package org.diandan.tasks;

/** What a person may do with a task. */
enum TaskAction {
    /** Tells the others that one does it: from OPEN. */
    TAKE,
    /** Ends it: from OPEN, and from TAKEN by whoever took it. */
    DONE
}
