package org.diandan.assignment;

/** Looks in on a long calculation, every thousand steps or so. */
@FunctionalInterface
public interface Watch {

    /** Nobody looks: runs to the end. */
    Watch NONE = () -> true;

    /** Whether the calculation goes on; otherwise it ends with {@link java.util.concurrent.CancellationException}. */
    boolean goesOn();
}
