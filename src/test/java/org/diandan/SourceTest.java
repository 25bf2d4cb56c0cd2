package org.diandan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The form of the sources: what a reader can take in at once. */
class SourceTest {

    private static final Path ROOMS = Path.of("src", "main", "java", "org", "diandan");
    private static final int LONGEST_CLASS = 250;
    /** The order has a verb for each row of its table, and nothing else. */
    private static final Map<String, Integer> LONGER = Map.of("Order.java", 460);

    private static final int LONGEST_METHOD = 40;

    /** The first line of a method, in a class or in a class within a class: a type, a name, a parenthesis. */
    private static final Pattern METHOD =
            Pattern.compile("^( {4}| {8})(?=\\S)(?!(return|throw|else|new|case|assert|yield)\\b)"
                    + "(?!.*\\brecord )[\\w<>\\[\\].,?@ ]+ \\w+\\(");

    @Test
    void aClassHasNoMoreLinesThanOneReads() {
        assertThat(sources().filter(file -> linesOfClass(file) > longest(file))).isEmpty();
    }

    @Test
    void aMethodHasNoMoreLinesThanOneSees() {
        assertThat(sources().flatMap(file -> longMethods(file).stream())).isEmpty();
    }

    @Test
    void aRoomSaysWhatItOwnsAndIsWithoutNull() throws IOException {
        try (Stream<Path> rooms = Files.list(ROOMS)) {
            assertThat(rooms).allSatisfy(room -> {
                String text = String.join("\n", lines(room.resolve("package-info.java")));
                assertThat(text).as(room.toString()).contains("@NullMarked", "/**");
            });
        }
    }

    private static List<String> longMethods(Path file) {
        List<String> lines = lines(file);
        List<String> found = new ArrayList<>();
        for (int start = 0; start < lines.size(); start++) {
            Matcher head = METHOD.matcher(lines.get(start));
            if (head.find()) {
                int body = start;
                while (!lines.get(body).matches(".*[{;}]$")) {
                    body++;
                }
                int end = body;
                while (lines.get(body).endsWith("{") && !lines.get(end).equals(head.group(1) + "}")) {
                    end++;
                }
                if (end - body - 1 > LONGEST_METHOD) {
                    found.add(file + ":" + (start + 1) + " has " + (end - body - 1) + " lines");
                }
            }
        }
        return found;
    }

    private static int longest(Path file) {
        return LONGER.getOrDefault(file.getFileName().toString(), LONGEST_CLASS);
    }

    private static long linesOfClass(Path file) {
        return lines(file).stream()
                .filter(line -> !line.startsWith("import ") && !line.startsWith("package "))
                .count();
    }

    private static Stream<Path> sources() {
        try (Stream<Path> files = Files.walk(ROOMS)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
