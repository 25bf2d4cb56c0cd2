package org.diandan.walls;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.http.Contract;
import org.diandan.http.Contract.Operation;
import org.diandan.walls.Matrix.Question;

/** Spoilt requests to every operation by every caller; half of them by somebody with every role, so that what is inside is reached. */
final class Fuzzing {

    /** What the {@code default} of each operation stands for, but for faults of ours: too much, too large, not JSON. */
    private static final Set<Integer> ANYWHERE = Set.of(413, 414, 415, 429, 431);

    private final Map<Who, Api> callers = new EnumMap<>(Who.class);
    private final Map<String, Operation> operations = new HashMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final Walls walls;
    private final Api everyRole;

    /** Nothing that is done remains. */
    Fuzzing(Walls walls, Everybody everybody) throws IOException {
        this.walls = walls;
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
        Contract.operations().forEach(operation -> operations.put(operation.id(), operation));
    }

    private static Api dry(Api api) {
        return api.with(DryRun.HEADER, "1");
    }

    void send(int cases, RandomGenerator random) throws IOException {
        List<Question> questions =
                Matrix.all().stream().flatMap(room -> room.questions().stream()).toList();
        Garble garble = new Garble(random, walls);
        for (int i = 0; i < cases; i++) {
            Question question = questions.get(random.nextInt(questions.size()));
            Api caller =
                    random.nextBoolean() ? everyRole : callers.get(Who.values()[random.nextInt(Who.values().length)]);
            Operation operation = operations.get(question.operation());
            Answer answer = garble.send(caller, question, operation);
            judge("case " + i + ": " + garble.last(), operation, answer);
        }
    }

    void judge(String what, Operation operation, Answer answer) {
        statuses.merge(answer.status(), 1, Integer::sum);
        if (!isDocumented(operation, answer)) {
            wrong.add(what + ", " + operation.id() + " -> " + answer);
        }
    }

    /** How often each status was answered. */
    Map<Integer, Integer> statuses() {
        return statuses;
    }

    /** What was answered otherwise than the contract says. */
    List<String> wrong() {
        return wrong;
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
