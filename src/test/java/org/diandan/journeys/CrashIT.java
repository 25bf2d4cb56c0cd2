package org.diandan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed in the middle of transitions and started again: every acknowledged transition is there once,
 * timers fire.
 *
 * <p>Control: with {@code -c synchronous_commit=off} among the options of the program's connections, what was acknowledged
 * before the database was killed is gone, and this fails.
 */
class CrashIT {

    @TempDir
    Path folder;

    private Program program;
    private Crew crew;

    @BeforeEach
    void start() throws Exception {
        program = new Program(folder);
        program.start();
        crew = new Crew(program, new Random());
        // An administrator can set whole minutes; nobody wants to wait for one.
        program.sql("update time_limit set steps = 'PT5S' where time_limit = 'FIRST_LOOK' and urgency = 'URGENT'");
    }

    @AfterEach
    void leaveNothingRunning() throws Exception {
        crew.close();
        program.close();
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void whatWasAcknowledgedIsThereOnceAndTimersFireWhateverIsKilled(TestReporter reporter) throws Exception {
        for (Kill kill : Kill.values()) {
            crew.signIn();
            Instant due = crew.workUntil(() -> end(kill));
            assertThat(due).as("The first look was not due before the end").isAfter(Instant.now());
            program.start();
            crew.signIn();
            crew.settle();
            crew.everyTransitionIsThereOnce();
            crew.everyTimerFires();
        }
        Map<String, String> figures = new TreeMap<>();
        crew.figures().forEach((what, figure) -> figures.put(what, figure.toString()));
        reporter.publishEntry(figures);
        assertThat(crew.figures().get("unanswered"))
                .as("kills in the middle of a request")
                .isPositive();
    }

    /** What ends, and how. */
    private enum Kill {
        PROGRAM_ALONE,
        DATABASE_FIRST,
        BOTH
    }

    private void end(Kill kill) throws IOException, InterruptedException {
        switch (kill) {
            case PROGRAM_ALONE -> {
                program.kill();
                assertThat(program.isDatabaseAlive()).isTrue();
            }
            case DATABASE_FIRST -> {
                program.killDatabase();
                Thread.sleep(300);
                program.kill();
            }
            case BOTH -> {
                program.killDatabase();
                program.kill();
            }
        }
    }
}
