package org.diandan.jobs;

/** How a handler tells how far it is. */
@FunctionalInterface
public interface Progress {

    /**
     * Tells how much is done, at once and in a transaction of its own. To be called at least every few seconds, between
     * transactions: it is here that a job which was cancelled, or whose instance is to stop, ends.
     *
     * @param total of how much, in the same unit as {@code done}
     * @throws JobStopped if the handler is to stop; it lets this through
     */
    void tell(int done, int total);
}
