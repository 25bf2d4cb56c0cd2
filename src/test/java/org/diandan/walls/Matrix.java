package org.diandan.walls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is expected of each operation, by who calls and where the object lies: a file per room in
 * {@code src/test/resources/walls}, whose README says how a line reads.
 */
record Matrix(Path file, List<Matrix.Question> questions) {

    private static final Path FOLDER = Path.of("src", "test", "resources", "walls");
    private static final String NO_OBJECT = "-";

    /** A request and what it is answered with. A name with a dollar in it stands for something of the place. */
    record Question(String operation, String method, String path, String body, List<Row> rows) {

        /** Tells whether it is about something that lies somewhere. */
        boolean hasObject() {
            return (path + body).replace("$caller", "").contains("$");
        }

        /** The row for an object that lies there. */
        Row row(Relation relation) {
            return rows.stream()
                    .filter(row -> row.relations().contains(relation))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No row for " + relation + " at " + this));
        }

        private String head() {
            return operation + " " + method + " " + path + (body.isEmpty() ? "" : " " + body);
        }
    }

    /**
     * The answers to all callers in the order of {@link Who}.
     *
     * @param relations where the object may lie; all if there is none
     */
    record Row(Set<Relation> relations, List<String> cells) {}

    static List<Matrix> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Matrix> all = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                all.add(new Matrix(file, read(Files.readAllLines(file))));
            }
            return all;
        }
    }

    /** The room whose operations these are. */
    String room() {
        return file.getFileName().toString().replace(".txt", "");
    }

    private static List<Question> read(List<String> lines) {
        List<Question> questions = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(" ")) {
                questions.get(questions.size() - 1).rows().add(row(line.strip().split(" +")));
            } else if (!line.isBlank()) {
                String[] parts = line.split(" ", 4);
                questions.add(new Question(
                        parts[0], parts[1], parts[2], parts.length > 3 ? parts[3] : "", new ArrayList<>()));
            }
        }
        return questions;
    }

    private static Row row(String[] words) {
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        int first = 0;
        while (!Character.isDigit(words[first].charAt(0))) {
            if (words[first].equals(NO_OBJECT)) {
                relations.addAll(EnumSet.allOf(Relation.class));
            } else {
                relations.add(Relation.valueOf(words[first].toUpperCase(Locale.ROOT)));
            }
            first++;
        }
        return new Row(relations, List.of(Arrays.copyOfRange(words, first, words.length)));
    }

    /** Writes what was seen into the file: to be read line by line before it is believed. */
    void write() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Question question : questions) {
            text.append(text.isEmpty() ? "" : "\n").append(question.head()).append('\n');
            for (Row row : question.rows()) {
                String where = question.hasObject()
                        ? row.relations().stream()
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(" "))
                        : NO_OBJECT;
                text.append("  %-30s".formatted(where));
                row.cells().forEach(cell -> text.append(" %-7s".formatted(cell)));
                text.setLength(text.toString().stripTrailing().length());
                text.append('\n');
            }
        }
        Files.writeString(file, text);
    }

    /** The same with these rows at a question, those that are alike put together. */
    static List<Row> merged(List<Row> rows) {
        List<Row> merged = new ArrayList<>();
        for (Row row : rows) {
            merged.stream()
                    .filter(before -> before.cells().equals(row.cells()))
                    .findFirst()
                    .ifPresentOrElse(
                            before -> before.relations().addAll(row.relations()),
                            () -> merged.add(new Row(EnumSet.copyOf(row.relations()), row.cells())));
        }
        return merged;
    }
}
