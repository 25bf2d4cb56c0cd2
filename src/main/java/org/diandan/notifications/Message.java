package org.diandan.notifications;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event of the stream, as the HTML standard's section 9.2.6 (server-sent events) has it.
 *
 * @param id what a client gives back as {@code Last-Event-ID}; absent in a sign of life
 * @param name the type of the event; absent for a sign of life, which clients do not see
 * @param data JSON
 */
record Message(@Nullable String id, @Nullable String name, String data) {

    /** The stream is still there. */
    static final Message BEAT = new Message(null, null, "");

    /** A client is told what changes after this event. */
    static Message ready(UUID after) {
        return new Message(after.toString(), "ready", "{}");
    }

    /** A client was away for too long, and has to load anew what it shows; it is told what changes after this event. */
    static Message reset(UUID after) {
        return new Message(after.toString(), "reset", "{}");
    }
}
