package org.diandan.torture;

import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Where a trial plays.
 *
 * @param folder its own, empty at first
 */
public record Setting(Size size, long seed, Path folder) {

    /** The numbers of one of several threads: the same for the same seed, whatever the others draw. */
    public RandomGenerator random(int thread) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 31 + thread);
    }
}
