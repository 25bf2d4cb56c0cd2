package org.diandan.torture;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.diandan.journeys.Caller;
import org.diandan.journeys.Caller.Answer;
import org.diandan.journeys.Program;
import org.diandan.startup.OwnServer;

/** Two instances behind a load balancer are asked to end, one after the other, while many call: nobody notices. */
final class Restarts implements Trial {

    private static final int CALLERS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Override
    public String name() {
        return "restarts";
    }

    @Override
    public void run(Setting setting, Findings findings) throws Exception {
        restart(setting, findings, setting.size().pick(4, 100), true);
    }

    @Override
    public String takenOut() {
        return "draining: the instances are killed";
    }

    @Override
    public void control(Setting setting, Findings findings) throws Exception {
        restart(setting, findings, 2, false);
    }

    private static void restart(Setting setting, Findings findings, int restarts, boolean drained) throws Exception {
        try (var server = OwnServer.start(setting.folder().resolve("server"))) {
            Map<String, String> settings = new HashMap<>(server.settings(server.port()));
            settings.put("diandan.data-dir", setting.folder().resolve("keys").toString());
            settings.put("diandan.identity.access-token", "PT24H");
            // As where somebody watches: the demo ends at once.
            settings.put("quarkus.shutdown.delay", "2S");
            try (var one = new Program(setting.folder().resolve("one"), settings);
                    var other = new Program(setting.folder().resolve("other"), settings)) {
                one.start();
                other.start();
                try (var balancer = new Balancer(List.of(one.port(), other.port()));
                        var crowd = new Crowd()) {
                    var load = new Load(balancer, findings);
                    crowd.all(CALLERS + 1, number -> {
                        if (number < CALLERS) {
                            load.call();
                        } else {
                            try {
                                restartInTurn(List.of(one, other), restarts, drained, load, findings);
                            } finally {
                                load.over.set(true);
                            }
                        }
                        return null;
                    });
                }
            }
        }
    }

    private static void restartInTurn(
            List<Program> programs, int restarts, boolean drained, Load load, Findings findings) throws Exception {
        for (int i = 0; i < restarts; i++) {
            load.await(20);
            Program program = programs.get(i % 2);
            if (drained) {
                program.terminate();
                program.process().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } else {
                program.kill();
            }
            program.launch();
            new Health(program.port()).awaitReady(PATIENCE);
            // The balancer asks now and then.
            Thread.sleep(1000);
            findings.add("restarts", 1);
        }
    }

    /** Callers who never send anything twice. */
    private static final class Load {

        private final AtomicBoolean over = new AtomicBoolean();
        private final AtomicInteger answered = new AtomicInteger();
        private final AtomicInteger placed = new AtomicInteger();
        private final Caller clerk;
        private final Findings findings;

        Load(Balancer balancer, Findings findings) throws Exception {
            this.findings = findings;
            Thread.sleep(1000);
            clerk = new Caller(balancer.api(), "clerk-jinxiu");
            clerk.signIn();
        }

        void call() throws InterruptedException {
            while (!over.get()) {
                for (boolean writes : new boolean[] {true, false, false}) {
                    try {
                        Answer answer = writes
                                ? clerk.send("POST", "/orders", Orders.placedAt(Helpers.SITE, placed.incrementAndGet()))
                                : clerk.send("GET", "/orders?view=BOARD", Map.of());
                        findings.add("requests", 1);
                        findings.check(answer.isGood(), "A request failed: " + answer);
                        answered.incrementAndGet();
                    } catch (IOException e) {
                        findings.wrong("A request had no answer: " + e);
                    }
                }
            }
        }

        /** Until so many more are answered: all is under load. */
        void await(int more) throws InterruptedException {
            int enough = answered.get() + more;
            while (answered.get() < enough && !over.get()) {
                Thread.sleep(10);
            }
        }
    }
}
