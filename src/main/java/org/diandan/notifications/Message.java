package org.diandan.notifications;

import org.jspecify.annotations.Nullable;

/**
 * One event of the stream, as the HTML standard's section 9.2.6 (server-sent events) has it.
 *
 * @param id what a client gives back as {@code Last-Event-ID}; absent where there is nothing to go on from
 * @param name the type of the event; absent for a sign of life, which clients do not see
 * @param data JSON
 */
record Message(@Nullable String id, @Nullable String name, String data) {

    /** A client may show what it has loaded; from here on it is told what changes. */
    static final Message READY = new Message(null, "ready", "{}");

    /** A client was away for too long, and has to load anew what it shows. */
    static final Message RESET = new Message(null, "reset", "{}");

    /** The stream is still there. */
    static final Message BEAT = new Message(null, null, "");
}
