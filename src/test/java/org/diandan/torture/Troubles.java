package org.diandan.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.diandan.journeys.Caller;
import org.diandan.journeys.Caller.Answer;
import org.diandan.journeys.Program;
import org.diandan.startup.OwnServer;
import org.diandan.startup.Wire;

/**
 * The database hangs, is cut off, has a full disk, has no connection left: everybody is answered in time and told to come
 * back, and after the cure all goes on.
 */
final class Troubles implements Trial {

    private static final int CALLERS = 30;
    private static final long MILLIS_OF_TROUBLE = 8_000;
    /** The promise is 5 s; the rest is the way to the caller and back. */
    private static final double LONGEST_ANSWER = 5.5;
    /** The promise is 1 s to the answer of a question that is asked then; the rest is until it is asked. */
    private static final double LONGEST_UNTIL_DOWN = 1.3;
    /** As many must have come as there are connections, before none is left. */
    private static final double LONGEST_UNTIL_EXHAUSTED = 1;

    private static final double LONGEST_UNTIL_BACK = 5;
    /** Nobody waits for longer than this to see that there is no answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "troubles";
    }

    @Override
    public void run(Setting setting, Findings findings) throws Exception {
        hung(setting.folder().resolve("hung"), Map.of(), findings);
        cut(setting.folder().resolve("cut"), findings);
        exhausted(setting.folder().resolve("exhausted"), findings);
        full(setting.folder().resolve("full"), findings);
    }

    @Override
    public String takenOut() {
        return "the time limits of requests and of the pool: 60 s each";
    }

    @Override
    public void control(Setting setting, Findings findings) throws Exception {
        hung(
                setting.folder().resolve("hung"),
                Map.of(
                        "diandan.http.request-time", "PT60S",
                        "quarkus.datasource.jdbc.acquisition-timeout", "60S",
                        "quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout", "60"),
                findings);
    }

    private static void hung(Path folder, Map<String, String> settings, Findings findings) throws Exception {
        try (var program = started(folder, settings)) {
            var patient = new Patient("hung", program, findings, true);
            try {
                patient.suffer(() -> signal(program, "-STOP"));
            } finally {
                signal(program, "-CONT");
            }
            patient.recover();
        }
    }

    private static void cut(Path folder, Findings findings) throws Exception {
        try (var server = OwnServer.start(folder.resolve("server"));
                var wire = new Wire(server.port());
                var program = started(folder, server.settings(wire.port()))) {
            var patient = new Patient("cut", program, findings, true);
            patient.suffer(wire::cut);
            wire.mend();
            patient.recover();
        }
    }

    /** Somebody has locked a table: whoever reads or writes it keeps a connection until the statement's time is over. */
    private static void exhausted(Path folder, Findings findings) throws Exception {
        try (var program = started(folder, Map.of())) {
            var patient = new Patient("exhausted", program, findings, true);
            try (Connection lock = program.connection();
                    var statement = lock.createStatement()) {
                lock.setAutoCommit(false);
                patient.suffer(() -> {
                    try {
                        statement.execute("lock table orders in access exclusive mode");
                    } catch (SQLException e) {
                        throw new IOException(e);
                    }
                });
                lock.rollback();
            }
            patient.recover();
        }
    }

    private static void full(Path folder, Findings findings) throws Exception {
        try (var disk = new Tmpfs(folder, 700);
                var program = started(disk.folder(), Map.of())) {
            // Reading goes on, and so does whoever asks whether the database answers.
            var patient = new Patient("full", program, findings, false);
            patient.suffer(disk::fill);
            disk.makeRoom();
            patient.recover();
        } catch (Skipped e) {
            findings.tell("full", "skipped: " + e.getMessage());
        }
    }

    private static Program started(Path folder, Map<String, String> settings) throws Exception {
        var all = new HashMap<>(settings);
        all.put("diandan.identity.access-token", "PT1H");
        var program = new Program(folder, all);
        try {
            program.start();
            return program;
        } catch (Exception e) {
            program.close();
            throw e;
        }
    }

    private static void signal(Program program, String signal) throws IOException, InterruptedException {
        for (ProcessHandle process : program.database()) {
            Tmpfs.run("kill", signal, Long.toString(process.pid()));
        }
    }

    private interface Blow {
        void come() throws IOException, InterruptedException;
    }

    /** A program in trouble, and those who call it meanwhile. */
    private static final class Patient {

        private final String trouble;
        private final Findings findings;
        private final boolean readsToo;
        private final Health health;
        private final Caller clerk;
        private final AtomicInteger numbers = new AtomicInteger();
        private final AtomicInteger sentAway = new AtomicInteger();

        /** @param readsToo whether what only reads is in trouble too, and so is who asks whether it is ready */
        Patient(String trouble, Program program, Findings findings, boolean readsToo) throws Exception {
            this.trouble = trouble;
            this.findings = findings;
            this.readsToo = readsToo;
            health = new Health(program.port());
            var signingIn = new Caller(program.api(), "clerk-jinxiu");
            signingIn.signIn();
            clerk = signingIn.within(PATIENCE);
            if (!places().isGood() || !reads().isGood()) {
                throw new IllegalStateException("It is not well before");
            }
        }

        private Answer places() throws IOException, InterruptedException {
            return clerk.send("POST", "/orders", Orders.placedAt(Helpers.SITE, numbers.incrementAndGet()));
        }

        private Answer reads() throws IOException, InterruptedException {
            return clerk.send("GET", "/orders?view=BOARD", Map.of());
        }

        void suffer(Blow blow) throws Exception {
            blow.come();
            var over = new AtomicBoolean();
            try (var crowd = new Crowd()) {
                crowd.all(CALLERS + 1, number -> {
                    if (number == CALLERS) {
                        watch();
                        over.set(true);
                        return null;
                    }
                    while (!over.get()) {
                        call(number % 2 == 0);
                    }
                    return null;
                });
            }
        }

        private void watch() throws InterruptedException {
            long end = System.nanoTime() + MILLIS_OF_TROUBLE * 1_000_000;
            if (readsToo) {
                double seconds = health.await(false, Duration.ofSeconds(20)) / 1e3;
                findings.tell(trouble + " untilDownSeconds", seconds);
                double longest = LONGEST_UNTIL_DOWN + (trouble.equals("exhausted") ? LONGEST_UNTIL_EXHAUSTED : 0);
                findings.check(seconds <= longest, trouble + ": ready for " + seconds + " s more");
            }
            while (System.nanoTime() < end) {
                findings.check(health.isLive(), trouble + ": not live");
                Thread.sleep(200);
            }
        }

        private void call(boolean writes) throws InterruptedException {
            long begun = System.nanoTime();
            Answer answer;
            try {
                answer = writes ? places() : reads();
            } catch (IOException e) {
                findings.wrong(trouble + ": no answer: " + e);
                return;
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            findings.add(trouble + (writes ? " write " : " read ") + answer.status(), 1);
            findings.check(seconds <= LONGEST_ANSWER, trouble + ": answered after " + seconds + " s");
            boolean told = answer.status() == 503
                    && !answer.retryAfter().isEmpty()
                    && answer.text().contains("\"type\"");
            sentAway.addAndGet(told ? 1 : 0);
            // What was under way at the very moment may have come through.
            findings.check(told || answer.isGood(), trouble + ": " + answer);
        }

        void recover() throws Exception {
            long begun = System.nanoTime();
            findings.check(sentAway.get() > 0, trouble + ": nobody noticed any trouble");
            health.awaitReady(Duration.ofSeconds(60));
            while (!places().isGood() || !reads().isGood()) {
                Thread.sleep(50);
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            findings.tell(trouble + " untilBackSeconds", Math.round(seconds * 10) / 10.0);
            findings.check(seconds <= LONGEST_UNTIL_BACK, trouble + ": back after " + seconds + " s");
        }
    }
}
