package org.diandan.outbox;

import jakarta.enterprise.context.ApplicationScoped;

/** Delivers what is kept, when a test of another room wants it delivered. */
@ApplicationScoped
public class TestRelay {

    private final Relay relay;

    TestRelay(Relay relay) {
        this.relay = relay;
    }

    public void relay() {
        relay.relay();
    }
}
