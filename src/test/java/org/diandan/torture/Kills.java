package org.diandan.torture;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.diandan.journeys.Crew;
import org.diandan.journeys.Crew.End;
import org.diandan.journeys.Program;

/** kill -9 of the program, the database or both in turn, under load; each client retries by its key. */
final class Kills implements Trial {

    private static final double LONGEST_UNTIL_READY = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "kills";
    }

    @Override
    public void run(Setting setting, Findings findings) throws Exception {
        int cycles = setting.size().pick(6, 500);
        double slowest = 0;
        try (var program = new Program(setting.folder(), Map.of());
                var crew = crew(program, setting)) {
            for (int cycle = 0; cycle < cycles; cycle++) {
                crew.signIn();
                crew.workUntil(end(program, cycle));
                slowest = Math.max(slowest, start(program));
                crew.signIn();
                crew.settle();
                crew.everyTransitionIsThereOnce();
                crew.takeOver();
            }
            findings.tell("cycles", cycles);
            crew.figures().forEach(findings::tell);
        }
        findings.tell("slowestUntilReadySeconds", Math.round(slowest * 10) / 10.0);
        findings.check(slowest <= LONGEST_UNTIL_READY, "It took %.1f s until it was ready".formatted(slowest));
    }

    @Override
    public String takenOut() {
        return "synchronous_commit=off for the connections of the program";
    }

    @Override
    public void control(Setting setting, Findings findings) throws Exception {
        var careless = Map.of(
                "quarkus.datasource.jdbc.additional-jdbc-properties.options",
                "-c statement_timeout=2000 -c TimeZone=UTC -c synchronous_commit=off");
        try (var program = new Program(setting.folder(), careless);
                var crew = crew(program, setting)) {
            for (int cycle = 0; cycle < 10; cycle++) {
                crew.signIn();
                crew.workUntil(program::killDatabase);
                program.kill();
                program.start();
                crew.signIn();
                findings.add("cycles", 1);
                // What was acknowledged and is gone is an AssertionError, and ends the control.
                crew.settle();
                crew.everyTransitionIsThereOnce();
            }
        }
    }

    private static Crew crew(Program program, Setting setting) throws IOException, InterruptedException {
        program.start();
        return new Crew(program, setting.random(0));
    }

    private static End end(Program program, int cycle) {
        return () -> {
            switch (cycle % 3) {
                case 0 -> program.kill();
                case 1 -> {
                    program.killDatabase();
                    Thread.sleep(300);
                    program.kill();
                }
                default -> {
                    program.killDatabase();
                    program.kill();
                }
            }
        };
    }

    /** Seconds until it says that it is ready. */
    private static double start(Program program) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        program.launch();
        new Health(program.port()).awaitReady(PATIENCE);
        return (System.nanoTime() - begun) / 1e9;
    }
}
