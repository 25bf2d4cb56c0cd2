package org.diandan.shared;

/**
 * Something that keeps this instance from working though it runs, such as keys that are not those of the others. Until it
 * is gone the instance is not ready, and what it does by itself (deliveries, timers, jobs) rests: see {@link Rest}.
 */
public interface Hindrance {

    /** Tells whether it keeps the instance from working now; cheap, since it is asked each second. */
    boolean hinders();
}
