package org.diandan.assignment;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diandan.shared.Urgency;

/** Runs the engines on instance files and says how well and how fast. Started by {@code bench/matching}. */
public final class MatchingBench {

    static final int GOOD = 0;
    static final int BAD_INPUT = 2;

    private static final int MOVABLE = 1000;
    private static final Set<String> OPTIONS = Set.of(
            "train",
            "live",
            "policy",
            "out",
            "check",
            "gmission",
            "plans",
            "optimum",
            "generate",
            "load",
            "week",
            "lifted",
            "teams",
            "orders");
    private static final Set<String> FLAGS = Set.of("optimum", "lifted");
    private static final String USAGE = """
            bench/matching --live FILE --policy online|replan|batch [--train FILE] [--out FILE] [--optimum]
            bench/matching --live FILE --plans COUNT
            bench/matching --live FILE --check ASSIGNMENT
            bench/matching --gmission FOLDER
            bench/matching --generate SEED --out FILE [--week SEED] [--load 1.0] [--teams 330] [--orders 10000] [--lifted]
            """;

    private final Map<String, String> options;
    private final PrintStream out;

    private MatchingBench(Map<String, String> options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /** The exit code: 0, or 2 where a file or an option makes no sense. */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            new MatchingBench(options(arguments), out).run();
            return GOOD;
        } catch (Refusal | BrokenInstance e) {
            err.println(e.getMessage());
        } catch (NoSuchFileException e) {
            err.println(e.getMessage() + ": there is no such file");
        } catch (IOException e) {
            err.println("cannot be read or written: " + e.getMessage());
        } catch (NumberFormatException e) {
            err.println("not a number: " + e.getMessage());
        }
        return BAD_INPUT;
    }

    /** Something that was asked and cannot be done. */
    private static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Refusal(String reason) {
            super(reason);
        }
    }

    private static Map<String, String> options(String[] arguments) {
        var options = new HashMap<String, String>();
        for (int at = 0; at < arguments.length; at++) {
            String name = arguments[at].replaceFirst("^--", "");
            if (!arguments[at].startsWith("--") || !OPTIONS.contains(name)) {
                throw new Refusal("unknown: " + arguments[at] + "\n" + USAGE);
            }
            if (!FLAGS.contains(name) && ++at == arguments.length) {
                throw new Refusal("--" + name + " needs a value\n" + USAGE);
            }
            options.put(name, arguments[at]);
        }
        return options;
    }

    private void run() throws IOException {
        if (options.containsKey("gmission")) {
            gmission(Path.of(needed("gmission")));
        } else if (options.containsKey("generate")) {
            generate();
        } else if (options.containsKey("check")) {
            Instance live = read(needed("live"));
            tell(live, AssignmentFile.read(Path.of(needed("check")), live.orders()));
        } else if (options.containsKey("plans")) {
            planOften(read(needed("live")), Integer.parseInt(needed("plans")));
        } else {
            policy(needed("policy"));
        }
    }

    private String needed(String option) {
        String value = options.get(option);
        if (value == null) {
            throw new Refusal("--" + option + " is missing\n" + USAGE);
        }
        return value;
    }

    private static Instance read(String file) throws IOException {
        try {
            return InstanceFile.read(Path.of(file), LoadTiers.USUAL);
        } catch (BrokenInstance e) {
            throw new Refusal(file + ", " + e.getMessage());
        }
    }

    private void policy(String policy) throws IOException {
        if (!List.of("online", "replan", "batch").contains(policy)) {
            throw new Refusal("--policy is online, replan or batch, not " + policy);
        }
        Instance live = read(needed("live"));
        Forecast forecast =
                options.containsKey("train") ? Forecast.like(matching(live, read(needed("train")))) : Forecast.none();
        boolean blind = forecast.isEmpty() && !policy.equals("batch");
        out.println("policy " + policy + (blind ? ", by the load tiers alone" : ""));
        Assignment assignment =
                switch (policy) {
                    case "online" -> decide(live, OnlineEngine.firm(live.supply(), forecast));
                    case "replan" -> decide(live, OnlineEngine.replanning(live.supply(), forecast, MOVABLE));
                    default -> plan(live);
                };
        long objective = tell(live, assignment);
        if (options.containsKey("optimum")) {
            long optimum = new ExactEngine().plan(live).objective();
            out.printf("optimum %d%nratio %.5f%n", optimum, (double) objective / optimum);
        }
        if (options.containsKey("out")) {
            AssignmentFile.write(assignment, Path.of(needed("out")));
        }
    }

    private static Instance matching(Instance live, Instance train) {
        if (train.supply().teams() != live.supply().teams()
                || train.supply().slots() != live.supply().slots()) {
            throw new Refusal("the earlier week is of other teams or slots than the live one");
        }
        return train;
    }

    private Assignment plan(Instance live) {
        long start = System.nanoTime();
        Plan plan = new ExactEngine().plan(live);
        out.printf("milliseconds %.1f%n", (System.nanoTime() - start) / 1e6);
        out.println("exchanges " + plan.exchanges());
        out.println("bound " + plan.prices().bound(live));
        return plan.assignment();
    }

    private Assignment decide(Instance live, OnlineEngine engine) {
        long[] took = new long[live.orders()];
        long start = System.nanoTime();
        for (int order = 0; order < live.orders(); order++) {
            Arrival arrival = live.arrival(order);
            long before = System.nanoTime();
            engine.arrive(arrival);
            took[order] = System.nanoTime() - before;
        }
        engine.close();
        out.printf("milliseconds %.1f%n", (System.nanoTime() - start) / 1e6);
        Arrays.sort(took);
        for (int percent : new int[] {50, 99}) {
            if (took.length > 0) {
                out.printf("p%d %.4f milliseconds per decision%n", percent, took[took.length * percent / 100] / 1e6);
            }
        }
        return engine.assignment();
    }

    private long tell(Instance live, Assignment assignment) {
        long objective = assignment.objective(live);
        out.println("objective " + objective);
        out.println("matched " + assignment.matched() + " of " + live.orders());
        int[] emergencies = IntStream.range(0, live.orders())
                .filter(order -> live.urgency(order) == Urgency.EMERGENCY && isFeasible(live, order))
                .toArray();
        long served = Arrays.stream(emergencies)
                .filter(order -> assignment.team(order).isPresent())
                .count();
        out.println("emergencies " + served + " of " + emergencies.length + " with a feasible team");
        return objective;
    }

    private static boolean isFeasible(Instance live, int order) {
        return IntStream.range(live.firstArc(order), live.firstArc(order + 1))
                .map(live::team)
                .anyMatch(team -> live.supply().places(team, live.slot(order)) > 0
                        && live.supply().weekly(team) > 0);
    }

    /** One plan after the other, to see whether memory grows. */
    private void planOften(Instance live, int plans) {
        var engine = new ExactEngine();
        double[] took = new double[plans];
        long before = 0;
        for (int each = 0; each < plans; each++) {
            long start = System.nanoTime();
            engine.plan(live);
            took[each] = (System.nanoTime() - start) / 1e6;
            if (each == 0) {
                before = used();
            }
        }
        if (plans > 0) {
            out.printf("first %.1f milliseconds%n", took[0]);
            Arrays.sort(took);
            out.printf("p50 %.1f p99 %.1f milliseconds per plan%n", took[plans / 2], took[plans * 99 / 100]);
            out.printf("heap after the first plan %d KB, after plan %d %d KB%n", before, plans, used());
        }
    }

    private static long used() {
        System.gc();
        Runtime machine = Runtime.getRuntime();
        return (machine.totalMemory() - machine.freeMemory()) / 1024;
    }

    private void gmission(Path folder) throws IOException {
        double offline = 0;
        double online = 0;
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().matches("data_\\d+\\.txt"))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            throw new Refusal("no files data_00.txt and so on in " + folder);
        }
        for (Path file : files) {
            GMission trace = GMission.read(file);
            Instance all = trace.offline();
            double best = (double) new ExactEngine().plan(all).objective() / GMission.SCALE;
            double greedy = (double) trace.online() / GMission.SCALE;
            out.printf("%s offline optimum %.4f online greedy %.4f%n", file.getFileName(), best, greedy);
            offline += best;
            online += greedy;
        }
        out.printf("mean offline optimum %.4f%n", offline / files.size());
        out.printf("mean online greedy %.4f%n", online / files.size());
    }

    private void generate() throws IOException {
        long seed = Long.parseLong(needed("generate"));
        int orders = Integer.parseInt(options.getOrDefault("orders", "10000"));
        double load = Double.parseDouble(options.getOrDefault("load", "1.0"));
        int teams = Integer.parseInt(options.getOrDefault("teams", "330"));
        if (orders < 0 || teams < 1 || load < 0) {
            throw new Refusal("orders, teams and load are numbers from 0 on, and there is a team at least");
        }
        var county = new MadeCounty(seed, teams, (int) Math.round(orders * load), options.containsKey("lifted"));
        Instance week = county.week(Long.parseLong(options.getOrDefault("week", "1")), orders);
        InstanceFile.write(week, Path.of(needed("out")));
        out.println("orders " + week.orders() + " teams " + teams + " arcs " + week.arcs());
    }
}
