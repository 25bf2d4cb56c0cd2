package org.diandan.http;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** What the parts of this room tell each other about one request. */
@RequestScoped
class Exchange {

    private byte[] body = {};
    private @Nullable Reply reply;
    private boolean replayed;

    /** The body as it came; empty if the operation takes none. */
    byte[] body() {
        return body;
    }

    void received(byte[] bytes) {
        body = bytes;
    }

    /** The answer that is already written, so that nobody writes it again. */
    @Nullable
    Reply reply() {
        return reply;
    }

    boolean isReplayed() {
        return replayed;
    }

    void reply(Reply made) {
        reply = made;
    }

    void replay(Reply stored) {
        reply = stored;
        replayed = true;
    }
}
