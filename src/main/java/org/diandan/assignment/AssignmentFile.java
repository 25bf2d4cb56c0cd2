package org.diandan.assignment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Assignments as text: a line {@code assign <order> <team>} for each order, {@code assign <order> -} where it has none. */
public final class AssignmentFile {

    private static final Pattern LINE = Pattern.compile("assign (\\d{1,9}) (\\d{1,9}|-)");

    private AssignmentFile() {}

    /** Writes a line for each order. */
    public static void write(Assignment assignment, Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file, UTF_8)) {
            for (int order = 0; order < assignment.orders(); order++) {
                OptionalInt team = assignment.team(order);
                writer.write("assign " + order + " " + (team.isPresent() ? team.getAsInt() : "-") + "\n");
            }
        }
    }

    /**
     * Reads the assignment of so many orders; one that no line names has no team.
     *
     * @throws BrokenInstance with the number of the line that cannot be right
     * @throws IOException if it cannot be read
     */
    public static Assignment read(Path file, int orders) throws IOException {
        int[] team = new int[orders];
        Arrays.fill(team, Assignment.NONE);
        boolean[] seen = new boolean[orders];
        int number = 0;
        try (var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                try {
                    take(line, team, seen);
                } catch (BrokenInstance e) {
                    throw new BrokenInstance(number, e);
                }
            }
        }
        return Assignment.of(team);
    }

    private static void take(String line, int[] team, boolean[] seen) {
        Matcher words = LINE.matcher(line);
        if (!words.matches()) {
            throw new BrokenInstance("it must be: assign <order> <team>, or - where the order has no team");
        }
        int order = Integer.parseInt(words.group(1));
        if (order >= seen.length) {
            throw new BrokenInstance("order " + order + " is unknown");
        }
        if (seen[order]) {
            throw new BrokenInstance("order " + order + " is assigned twice");
        }
        seen[order] = true;
        if (!words.group(2).equals("-")) {
            team[order] = Integer.parseInt(words.group(2));
        }
    }
}
