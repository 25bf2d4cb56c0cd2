package org.diandan.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.http.Contract;
import org.diandan.http.Contract.Operation;
import org.diandan.walls.Matrix.Question;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
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

    /** What the {@code default} of each operation stands for, but for faults of ours: too much, too large, not JSON. */
    private static final Set<Integer> ANYWHERE = Set.of(413, 414, 415, 429, 431);

    @Inject
    Walls walls;

    @Inject
    Everybody everybody;

    private final Map<Who, Api> callers = new EnumMap<>(Who.class);
    private Api everyRole;

    @BeforeEach
    void theWallsStand() {
        walls.stand();
        for (Who who : Who.values()) {
            callers.put(
                    who,
                    dry(
                            who == Who.ANONYMOUS
                                    ? Api.anonymous()
                                    : walls.caller(who).api()));
        }
        everyRole = dry(everybody.at(walls.at(Relation.OWN)).api());
    }

    private static Api dry(Api api) {
        return api.with(DryRun.HEADER, "1");
    }

    @Test
    void whateverIsSentIsAnsweredAsTheContractSays() throws IOException {
        LOG.infof("Fuzzing %d cases with seed %d", CASES, SEED);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        Map<String, Operation> operations = new HashMap<>();
        Contract.operations().forEach(operation -> operations.put(operation.id(), operation));
        List<Question> questions =
                Matrix.all().stream().flatMap(room -> room.questions().stream()).toList();
        Garble garble = new Garble(random, walls);
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            Question question = questions.get(random.nextInt(questions.size()));
            // Half of them with every role, so that what is inside is reached.
            Api caller =
                    random.nextBoolean() ? everyRole : callers.get(Who.values()[random.nextInt(Who.values().length)]);
            Answer answer = garble.send(caller, question, operations.get(question.operation()));
            statuses.merge(answer.status(), 1, Integer::sum);
            if (!isDocumented(operations.get(question.operation()), answer)) {
                wrong.add("case " + i + ", " + question.operation() + ": " + garble.last() + " -> " + answer);
            }
        }
        LOG.infof("Answers: %s", statuses);
        assertThat(wrong).as("seed " + SEED).isEmpty();
        assertThat(statuses.keySet()).as("something got through").contains(200, 201, 204, 400, 401, 403, 404, 409);
    }

    private static boolean isDocumented(Operation operation, Answer answer) {
        return answer.status() < 500
                && (ANYWHERE.contains(answer.status())
                        || operation.node().path("responses").has(Integer.toString(answer.status()))
                        // An address that was garbled is another's, or nobody's.
                        || answer.status() == 404
                        || answer.status() == 405);
    }
}
