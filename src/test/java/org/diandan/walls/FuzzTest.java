package org.diandan.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.random.RandomGeneratorFactory;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent to whatever operation by whomever is answered with a status that the contract has, and never with a
 * 500. {@code -Dfuzz.cases} and {@code -Dfuzz.seed} say how much and which; docs/trust.md what came out.
 */
@QuarkusTest
class FuzzTest {

    private static final Logger LOG = Logger.getLogger(FuzzTest.class);
    private static final int CASES = Integer.getInteger("fuzz.cases", 3000);
    private static final long SEED = Long.getLong("fuzz.seed", 20261123);

    @Inject
    Walls walls;

    @Inject
    Everybody everybody;

    @Test
    void whateverIsSentIsAnsweredAsTheContractSays() throws IOException {
        LOG.infof("Fuzzing %d cases with seed %d", CASES, SEED);
        var fuzzing = new Fuzzing(walls, everybody);
        fuzzing.send(CASES, RandomGeneratorFactory.of("L64X128MixRandom").create(SEED));
        LOG.infof("Answers: %s", fuzzing.statuses());
        assertThat(fuzzing.wrong()).as("seed " + SEED).isEmpty();
        assertThat(fuzzing.statuses().keySet())
                .as("something got through")
                .contains(200, 201, 204, 400, 401, 403, 404, 409);
    }
}
