package org.diandan.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** docs/personal-data.md, as its readers see it: a row for each column that tells of a person or names one. */
final class PersonalPage {

    /**
     * A row of the page.
     *
     * @param copy the sections of a copy that it is in, or no and why not
     * @param forgotten what becomes of it when the person is forgotten: emptied, removed, or stays and why
     * @param goes after which period it goes by itself, or as long as what it is kept
     */
    record Row(String column, String kind, String why, String copy, String forgotten, String goes) {

        static @Nullable Row of(String line) {
            String[] cells = line.split(" *\\| *", -1);
            return cells.length == 8 && cells[1].matches("`[a-z_]+\\.[a-z_]+`")
                    ? new Row(cells[1].replace("`", ""), cells[2], cells[3], cells[4], cells[5], cells[6])
                    : null;
        }

        /** The row as it stands on the page, with these in the last cells. */
        String line(String inTheCopy, String onceForgotten, String after) {
            return "| `%s` | %s | %s | %s | %s | %s |".formatted(column, kind, why, inTheCopy, onceForgotten, after);
        }
    }

    private static final Map<String, Row> ROWS = new LinkedHashMap<>();

    static {
        try {
            for (String line : Files.readAllLines(Path.of("docs", "personal-data.md"))) {
                @Nullable Row row = Row.of(line);
                if (row == null && line.matches("\\| `[a-z_]+\\.[a-z_]+`.*")) {
                    throw new IllegalStateException("Not all is said of a column: " + line);
                }
                if (row != null) {
                    ROWS.put(row.column(), row);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PersonalPage() {}

    static Map<String, Row> rows() {
        return ROWS;
    }

    static String kind(String column) {
        return ROWS.get(column).kind();
    }

    static boolean isHandedOut(String column) {
        return ROWS.containsKey(column) && ROWS.get(column).copy().startsWith("`");
    }

    static Set<String> handedOut() {
        return ROWS.keySet().stream().filter(PersonalPage::isHandedOut).collect(Collectors.toSet());
    }

    /** What the rooms say of this column: the sections of a copy that it is in. */
    static String sections(List<PersonalTable> tables, String column) {
        return tables.stream()
                .filter(table -> table.section() != null && hands(table, column))
                .map(table -> "`" + table.section() + "`")
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** What the rooms say that becomes of this column; empty where it stays. */
    static String becomes(List<PersonalTable> tables, String column) {
        String name = column.substring(column.indexOf('.') + 1);
        List<PersonalTable> own = tables.stream()
                .filter(table -> column.startsWith(table.table() + "."))
                .toList();
        if (own.stream().anyMatch(PersonalTable::removed)) {
            return "removed";
        }
        return own.stream()
                        .anyMatch(table ->
                                table.emptied().contains(name) || table.blanks().containsKey(name))
                ? "emptied"
                : "";
    }

    /** After which period the rooms say that this column goes; empty where it does not go by itself. */
    static String goes(List<Expiry> expiries, String column) {
        return expiries.stream()
                .filter(expiry -> expiry.takes(column))
                .map(expiry -> "`" + expiry.period().key() + "`")
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** As it is, under a name, or as the person whose copy it is. */
    private static boolean hands(PersonalTable table, String column) {
        String name = column.substring(column.indexOf('.') + 1);
        return column.startsWith(table.table() + ".")
                && (table.gives().contains(name)
                        || table.names().contains(name)
                        || table.condition().matches("(?s).*\\b" + name + " = (:person|cast\\(:person).*"));
    }
}
