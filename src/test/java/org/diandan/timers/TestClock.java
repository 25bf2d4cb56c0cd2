package org.diandan.timers;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The clock of all tests: it stands still until {@link TestTime} moves it. */
@Singleton
public class TestClock extends Clock {

    /** Monday 09:00 in China. */
    public static final Instant START = Instant.parse("2026-11-23T01:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Nothing may depend on the zone of the clock");
    }

    void set(Instant time) {
        now.set(time);
    }

    void advance(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
