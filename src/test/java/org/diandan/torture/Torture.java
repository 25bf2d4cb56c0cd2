package org.diandan.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diandan.torture.Result.Part;
import org.diandan.torture.Result.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the trials one after the other and writes what came out to {@code target/torture}. {@code -Dtorture.only=claims,kills}
 * runs some, {@code -Dtorture.seed} other numbers, {@code -Dtorture.size=full} the sizes of docs/trust.md.
 */
public class Torture {

    private static final long SEED = Long.getLong("torture.seed", 20261125);
    private static final String ONLY = System.getProperty("torture.only", "");
    private static final Instant BEGUN = Instant.ofEpochMilli(
            java.lang.management.ManagementFactory.getRuntimeMXBean().getStartTime());

    private static final List<Trial> TRIALS = List.of(
            new Claims(),
            new Kills(),
            new Histories(),
            new Storms(),
            new Edits(),
            new Troubles(),
            new Restarts(),
            new SlowClients(),
            new ForgedTokens(),
            new GuessedCodes());

    /** Whether this trial is to be run; all are, unless some are named. */
    public static boolean isAskedFor(String trial) {
        return ONLY.isBlank() || List.of(ONLY.split(",")).contains(trial);
    }

    @TestFactory
    Stream<DynamicTest> theProgramHoldsAndEachProtectionIsMissedWhereItIsTakenOut() {
        return TRIALS.stream()
                .filter(trial -> isAskedFor(trial.name()))
                .map(trial -> DynamicTest.dynamicTest(trial.name(), () -> attempt(trial)));
    }

    @AfterAll
    static void tell() throws IOException {
        System.out.println("\nTorture, seed " + SEED + "\n" + Result.table(BEGUN));
    }

    /** Runs one of them and its control, and fails if the one does not hold or the other is not noticed. */
    public static void attempt(Trial trial) throws IOException {
        System.out.printf("Torture: %s, %s, seed %d%n", trial.name(), Size.asked(), SEED);
        Instant begun = Instant.now();
        Part outcome = part(trial::run, trial.name());
        Part control = outcome.verdict() == Verdict.SKIPPED
                ? new Part(Verdict.SKIPPED, 0, 0, Map.of(), outcome.wrong())
                : part(trial::control, trial.name() + "-control");
        var result = new Result(
                trial.name(), SEED, Size.asked().name(), begun.toString(), outcome, trial.takenOut(), control);
        result.write();
        assertThat(result.isGood())
                .as(
                        "%s, %d wrong, control %s: see target/torture",
                        outcome.verdict(), outcome.wrongs(), control.verdict())
                .isTrue();
    }

    private interface Work {
        void run(Setting setting, Findings findings) throws Exception;
    }

    private static Part part(Work work, String name) throws IOException {
        Path folder = Files.createTempDirectory("diandan-" + name);
        var findings = new Findings();
        long begun = System.nanoTime();
        Verdict verdict = Verdict.HELD;
        try {
            work.run(new Setting(Size.asked(), SEED, folder), findings);
        } catch (Skipped e) {
            verdict = Verdict.SKIPPED;
            findings.wrong(e.getMessage());
        } catch (AssertionError e) {
            findings.wrong(trace(e));
        } catch (Exception e) {
            verdict = Verdict.FAILED;
            findings.wrong(trace(e));
        } finally {
            delete(folder);
        }
        if (verdict == Verdict.HELD && findings.wrongs() > 0) {
            verdict = Verdict.BROKEN;
        }
        return new Part(
                verdict, (System.nanoTime() - begun) / 1e9, findings.wrongs(), findings.counts(), findings.told());
    }

    /** What was thrown and where in our own code. */
    private static String trace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString()
                .lines()
                .filter(line -> !line.startsWith("\tat ") || line.contains("org.diandan"))
                .collect(Collectors.joining("\n"));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
