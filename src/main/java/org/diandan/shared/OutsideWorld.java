package org.diandan.shared;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Time and randomness, as everything receives them through its constructor; tests bring others. */
@ApplicationScoped
public class OutsideWorld {

    /**
     * The time, for a command, which has no constructor that is called with it. In microseconds, as the database keeps
     * them: else the first answer would be finer than the later ones.
     */
    public static Clock time() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return time();
    }

    @Produces
    @Singleton
    @DefaultBean
    RandomGenerator random() {
        return new SecureRandom();
    }
}
