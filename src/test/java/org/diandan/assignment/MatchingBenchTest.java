package org.diandan.assignment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line of the benchmark. */
class MatchingBenchTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"online", "replan", "batch"})
    void aPolicyWritesASolutionThatHoldsWhenChecked(String policy) {
        String train = generated("1");
        String live = generated("2");
        String solution = folder.resolve("solution").toString();

        assertThat(run("--train", train, "--live", live, "--policy", policy, "--out", solution))
                .isZero();
        String told = line("objective");
        assertThat(line("emergencies")).contains("with a feasible team");
        out.reset();

        assertThat(run("--live", live, "--check", solution)).isZero();
        assertThat(line("objective")).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"online", "replan", "batch"})
    void aPolicyWorksWithoutAnEarlierWeek(String policy) {
        assertThat(run("--live", generated("2"), "--policy", policy, "--optimum"))
                .isZero();
        assertThat(line("ratio")).isNotEmpty();
    }

    @Test
    void aBrokenFileIsToldByLineAndReasonAndNothingElse() throws IOException {
        Path broken = folder.resolve("broken.txt");
        Files.writeString(broken, "instance 1 1 1 1\nteam 0 4 x\n");

        assertThat(run("--live", broken.toString(), "--policy", "batch")).isEqualTo(2);

        assertThat(err.toString(UTF_8))
                .isEqualToIgnoringNewLines(broken + ", line 2: the capacity of slot 0 is not a whole number: x");
    }

    @Test
    void aSolutionThatTakesTooManyPlacesIsRefused() throws IOException {
        Path live = folder.resolve("live.txt");
        Path solution = folder.resolve("solution.txt");
        Files.writeString(
                live, "instance 1 1 1 2\nteam 0 4 1\norder 0 0 1000 0\narc 0 0 1\norder 1 0 1000 0\narc 1 0 1\n");
        Files.writeString(solution, "assign 0 0\nassign 1 0\n");

        assertThat(run("--live", live.toString(), "--check", solution.toString()))
                .isEqualTo(2);

        assertThat(err.toString(UTF_8)).isEqualToIgnoringNewLines("team 0 has no place left in slot 0 for order 1");
    }

    @Test
    void whatIsMissingOrUnknownIsTold() {
        assertThat(run("--live", "nowhere.gz", "--policy", "batch")).isEqualTo(2);
        assertThat(run("--policy", "batch")).isEqualTo(2);
        assertThat(run("--speed", "high")).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("nowhere.gz: there is no such file", "--live is missing", "unknown: --speed")
                .doesNotContain("Exception");
    }

    @Test
    void theTraceIsPlannedAndPlayed() throws IOException {
        // The second worker comes too late for the first task, and the third task is too far for everyone.
        Files.writeString(folder.resolve("data_00.txt"), """
                2 3 20 2
                0 t 0 0 100 10.0
                10 w 0 0.5 1 1 100 0.5
                100 w 0 0.5 1 1 100 0.9
                50 t 0 0.2 100 4.0
                60 t 3 3 100 9.0
                """);

        assertThat(run("--gmission", folder.toString())).isZero();

        assertThat(line("data_00.txt")).isEqualTo("data_00.txt offline optimum 8.6000 online greedy 8.6000");
    }

    private String generated(String week) {
        String file = folder.resolve("week-" + week + ".gz").toString();
        assertThat(run("--generate", "3", "--week", week, "--teams", "20", "--orders", "300", "--out", file))
                .isZero();
        return file;
    }

    private int run(String... arguments) {
        return MatchingBench.run(arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private String line(String first) {
        return out.toString(UTF_8)
                .lines()
                .filter(line -> line.startsWith(first + " "))
                .findFirst()
                .orElseThrow();
    }
}
