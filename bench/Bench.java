import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Measures the running program: three operations, three times each, every time followed by pgbench with the same
 * statements on the same server. Called by {@code bench/orders}.
 */
final class Bench {

    private static final int RUNS = 3;
    private static final int CONNECTIONS = 32;

    private final Load load;
    private final Database database;
    private final long program;
    private final int seconds;

    private Bench(Load load, Database database, long program, int seconds) {
        this.load = load;
        this.database = database;
        this.program = program;
        this.seconds = seconds;
    }

    /** What one run came to; pgbench's rate is NaN where there is no pgbench. */
    private record Run(double rate, double p50, double p99, double processorMillis, double pgbenchRate, double residentMb) {}

    public static void main(String[] arguments) throws Exception {
        URI api = URI.create(arguments[0]);
        long program = Long.parseLong(arguments[1]);
        Database database = Database.in(Path.of(arguments[2]));
        int warmUp = Integer.parseInt(arguments[3]);
        int seconds = Integer.parseInt(arguments[4]);

        say("Planting 100,000 orders ...");
        database.run(Files.readString(Path.of("bench", "plant.sql")));
        Load load = Load.signIn(api, CONNECTIONS);
        say("Warming up for %d s ...", warmUp);
        for (Operation operation : Operation.values()) {
            load.run(operation, Math.max(1, warmUp / Operation.values().length));
        }
        new Bench(load, database, program, seconds).measure();
    }

    private void measure() throws Exception {
        if (!database.hasPgbench()) {
            say("There is no pgbench on the path: the rates stand alone.");
        }
        Map<Operation, Run[]> runs = new EnumMap<>(Operation.class);
        for (int run = 0; run < RUNS; run++) {
            for (Operation operation : Operation.values()) {
                Run done = run(operation);
                say("run %d %-5s %s", run + 1, operation.script(), done);
                runs.computeIfAbsent(operation, any -> new Run[RUNS])[run] = done;
            }
        }
        say("");
        say("%d connections, %d runs of %d s: median (least to greatest)", CONNECTIONS, RUNS, seconds);
        for (Operation operation : Operation.values()) {
            List<Run> all = Arrays.asList(runs.get(operation));
            say("");
            say("%s", operation);
            say("  requests a second   %s", spread(all, Run::rate, "%.0f"));
            say("  of pgbench's rate   %s", spread(all, each -> each.rate / each.pgbenchRate, "%.2f"));
            say("  p50, ms             %s", spread(all, Run::p50, "%.1f"));
            say("  p99, ms             %s", spread(all, Run::p99, "%.1f"));
            say("  processor, ms each  %s", spread(all, Run::processorMillis, "%.2f"));
            say("  resident, MB        %s", spread(all, Run::residentMb, "%.0f"));
        }
    }

    private Run run(Operation operation) throws Exception {
        double before = processorMillis();
        Load.Measured measured = load.run(operation, seconds);
        double spent = processorMillis() - before;
        double resident = residentMb();
        double pgbench = database.hasPgbench()
                ? database.pgbench(Path.of("bench", operation.script() + ".sql"), CONNECTIONS, seconds)
                : Double.NaN;
        return new Run(
                measured.requests() / (double) seconds,
                measured.percentileMillis(50),
                measured.percentileMillis(99),
                spent / measured.requests(),
                pgbench,
                resident);
    }

    /** What the program, without its database, has used of the processors; NaN where there is no /proc. */
    private double processorMillis() throws IOException {
        Path file = Path.of("/proc", Long.toString(program), "stat");
        if (!Files.exists(file)) {
            return Double.NaN;
        }
        String stat = Files.readString(file);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        // Fields 14 and 15 of proc(5), in ticks of which Linux shows 100 a second on every platform of today.
        return 10.0 * (Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
    }

    private double residentMb() throws IOException {
        Path file = Path.of("/proc", Long.toString(program), "status");
        if (!Files.exists(file)) {
            return Double.NaN;
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static String spread(List<Run> runs, ToDoubleFunction<Run> figure, String format) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        return DoubleStream.of(sorted).anyMatch(Double::isNaN)
                ? "-"
                : String.format(
                        Locale.ROOT,
                        format + " (" + format + " to " + format + ")",
                        sorted[sorted.length / 2],
                        sorted[0],
                        sorted[sorted.length - 1]);
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
