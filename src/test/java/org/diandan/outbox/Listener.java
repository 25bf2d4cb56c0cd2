package org.diandan.outbox;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The subscriber of these tests: keeps what it heard, then does what the test says. */
@Singleton
class Listener implements Subscriber {

    final List<OutboxEvent> heard = new CopyOnWriteArrayList<>();
    volatile Consumer<OutboxEvent> then = event -> {};

    @Override
    public String name() {
        return "test-listener";
    }

    @Override
    public boolean wants(String type) {
        return type.startsWith("test.");
    }

    @Override
    public void receive(OutboxEvent event) {
        heard.add(event);
        then.accept(event);
    }
}
