package org.diandan.timers;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The handler of the timers that these tests set: keeps what it heard, then does what the test says. */
@Singleton
class Bell implements TimerHandler {

    static final String RINGS = "test.rings";
    static final String BREAKS = "test.breaks";

    final List<Timer> heard = new CopyOnWriteArrayList<>();
    volatile Consumer<Timer> then = timer -> {};

    @Override
    public Set<String> kinds() {
        return Set.of(RINGS, BREAKS);
    }

    @Override
    public void fire(Timer timer) {
        heard.add(timer);
        if (timer.kind().equals(BREAKS)) {
            throw new IllegalStateException("broken for the test");
        }
        then.accept(timer);
    }
}
