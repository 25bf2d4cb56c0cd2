package org.diandan.torture;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What came out of a trial: the file {@code target/torture/<trial>.json}.
 *
 * @param startedAt RFC 3339, in UTC
 * @param outcome whether all was as it should be
 * @param control what happened with the protection taken out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Result(String trial, long seed, String size, String startedAt, Part outcome, String takenOut, Part control) {

    private static final Path FOLDER = Path.of("target", "torture");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * Of the trial, or of its control.
     *
     * @param verdict {@code HELD} nothing was wrong, {@code BROKEN} something was, {@code SKIPPED} it could not be tried
     * @param wrong the first things that were wrong
     */
    record Part(Verdict verdict, double seconds, int wrongs, Map<String, Object> counts, List<String> wrong) {}

    /** How a part ended; {@code FAILED} is no verdict: the trial itself could not go on. */
    enum Verdict {
        HELD,
        BROKEN,
        SKIPPED,
        FAILED
    }

    /** Whether the trial held and its control was caught, or neither could be tried. */
    boolean isGood() {
        return outcome.verdict() == Verdict.SKIPPED
                || outcome.verdict() == Verdict.HELD
                        && (control.verdict() == Verdict.BROKEN || control.verdict() == Verdict.SKIPPED);
    }

    /** Writes the file, for machines and for the table at the end. */
    void write() throws IOException {
        Files.createDirectories(FOLDER);
        JSON.writeValue(FOLDER.resolve(trial + ".json").toFile(), this);
    }

    /** A line for each trial of this run, for people; also {@code target/torture/summary.txt}. */
    static String table(Instant since) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("%-10s %-8s %8s  %-8s %8s  %s"
                .formatted("trial", "outcome", "seconds", "control", "seconds", "counts"));
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                Result result = JSON.readValue(file.toFile(), Result.class);
                if (!Instant.parse(result.startedAt()).isBefore(since)) {
                    lines.add(result.line());
                }
            }
        }
        String table = String.join("\n", lines) + "\n";
        Files.writeString(FOLDER.resolve("summary.txt"), table);
        return table;
    }

    private String line() {
        String caught =
                switch (control.verdict()) {
                    case BROKEN -> "caught";
                    case HELD -> "MISSED";
                    case SKIPPED -> "skipped";
                    case FAILED -> "FAILED";
                };
        String line = "%-10s %-8s %8.1f  %-8s %8.1f  %s"
                .formatted(trial, outcome.verdict(), outcome.seconds(), caught, control.seconds(), outcome.counts());
        List<String> wrong = outcome.wrong().stream()
                .map(each -> "\n    " + each.lines().findFirst().orElse(""))
                .toList();
        return line + String.join("", wrong);
    }
}
