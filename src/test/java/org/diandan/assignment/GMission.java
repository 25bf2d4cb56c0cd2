package org.diandan.assignment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.diandan.shared.Urgency;

/**
 * The gMission trace of spatial crowdsourcing (Chen et al., VLDB 2014), one order of arrival a file: workers with a
 * radius and a capacity, tasks with a payoff. Posed to the engines as teams and orders of a week with one slot.
 */
final class GMission {

    /** Payoffs have one decimal and rates of success three, so their product is a whole number of these. */
    static final int SCALE = 10_000;

    private final List<Participant> arrivals = new ArrayList<>();
    private final List<Participant> workers = new ArrayList<>();
    private final List<Participant> tasks = new ArrayList<>();

    /**
     * A worker or a task.
     *
     * @param index among its like
     * @param radius how far a worker goes
     * @param capacity how many tasks a worker takes
     * @param worth a task's payoff, or a worker's rate of success
     */
    private record Participant(
            boolean worker,
            int index,
            double from,
            double x,
            double y,
            double radius,
            int capacity,
            double until,
            double worth) {}

    private GMission() {}

    static GMission read(Path file) throws IOException {
        var trace = new GMission();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            try {
                if (number > 1 && !line.isBlank()) {
                    trace.take(line.trim().split("\\s+"));
                }
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new BrokenInstance(number, new BrokenInstance("neither a worker nor a task: " + line));
            }
        }
        return trace;
    }

    private void take(String[] words) {
        double[] rest =
                Arrays.stream(words).skip(2).mapToDouble(Double::parseDouble).toArray();
        double from = Double.parseDouble(words[0]);
        boolean worker = words[1].equals("w");
        if (!worker && !words[1].equals("t")) {
            throw new IllegalArgumentException(words[1]);
        }
        Participant one = worker
                ? new Participant(
                        true, workers.size(), from, rest[0], rest[1], rest[2], (int) rest[3], from + rest[4], rest[5])
                : new Participant(false, tasks.size(), from, rest[0], rest[1], 0, 1, from + rest[2], rest[3]);
        (worker ? workers : tasks).add(one);
        arrivals.add(one);
    }

    /** All workers and all tasks at once. */
    Instance offline() {
        Instance.Builder instance = Instance.builder(supply());
        for (Participant task : tasks) {
            instance.order(arrival(task, workers));
        }
        return instance.build();
    }

    /**
     * Greedy as they come, in units of {@link #SCALE}: a task takes the best worker who waits, a worker the best tasks
     * that wait.
     */
    long online() {
        OnlineEngine engine = OnlineEngine.firm(supply(), Forecast.none());
        var waitingWorkers = new ArrayList<Participant>();
        var waitingTasks = new ArrayList<Participant>();
        long sum = 0;
        for (Participant one : arrivals) {
            if (one.worker()) {
                waitingWorkers.add(one);
                waitingTasks.sort(Comparator.comparingInt((Participant task) -> points(one, task))
                        .reversed());
                for (Participant task : List.copyOf(waitingTasks)) {
                    int gained = gained(engine, arrival(task, List.of(one)));
                    if (gained > 0) {
                        waitingTasks.remove(task);
                        sum += gained;
                    }
                }
            } else {
                int gained = gained(engine, arrival(one, waitingWorkers));
                sum += gained;
                if (gained == 0) {
                    waitingTasks.add(one);
                }
            }
        }
        return sum;
    }

    private static int gained(OnlineEngine engine, Arrival order) {
        OptionalInt team = engine.arrive(order);
        return IntStream.range(0, order.teams().length)
                .filter(each -> team.isPresent() && order.teams()[each] == team.getAsInt())
                .map(each -> order.scores()[each])
                .sum();
    }

    private Supply supply() {
        int[] capacities = workers.stream().mapToInt(Participant::capacity).toArray();
        int[][] places =
                Arrays.stream(capacities).mapToObj(each -> new int[] {each}).toArray(int[][]::new);
        return Supply.of(LoadTiers.FLAT, capacities, places);
    }

    private static Arrival arrival(Participant task, List<Participant> among) {
        List<Participant> able =
                among.stream().filter(worker -> points(worker, task) > 0).toList();
        return new Arrival(
                0,
                0,
                Urgency.NORMAL,
                able.stream().mapToInt(Participant::index).toArray(),
                able.stream().mapToInt(worker -> points(worker, task)).toArray());
    }

    /** Payoff times rate of success where their times overlap (to touch is not enough) and the task is within the worker's radius. */
    private static int points(Participant worker, Participant task) {
        boolean near = Math.hypot(worker.x() - task.x(), worker.y() - task.y()) <= worker.radius();
        boolean together = worker.from() < task.until() && task.from() < worker.until();
        return near && together ? (int) Math.round(worker.worth() * task.worth() * SCALE) : 0;
    }
}
