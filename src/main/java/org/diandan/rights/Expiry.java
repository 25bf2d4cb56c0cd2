package org.diandan.rights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Rows in which a room keeps something of people for a while: which are due, and what is done to them then. All names are
 * columns; nothing here comes from a request.
 *
 * @param period how long
 * @param table in the database
 * @param due which rows are due: SQL over {@code :before}; it names what is emptied, so that a row is due once, and an
 *     index by center and time covers it
 * @param blanks what stands in a column afterwards, SQL by column; the row goes where there are none
 * @param parts rows of other tables of the room that go with it
 */
public record Expiry(Period period, String table, String due, Map<String, String> blanks, List<Part> parts) {

    /**
     * Rows that hang on the one that is due.
     *
     * @param of the column with its id
     */
    public record Part(String table, String of, Map<String, String> blanks) {}

    public static Expiry of(Period period, String table, String due) {
        return new Expiry(period, table, due, Map.of(), List.of());
    }

    /** Puts this expression into the column. */
    public Expiry blanking(String column, String expression) {
        return new Expiry(period, table, due, and(blanks, column, expression), parts);
    }

    /** Puts this expression into a column of the rows that hang on it. */
    public Expiry blankingIn(String part, String of, String column, String expression) {
        var more = Stream.concat(
                        parts.stream().filter(known -> !known.table().equals(part)),
                        Stream.of(new Part(
                                part,
                                of,
                                parts.stream()
                                        .filter(known -> known.table().equals(part))
                                        .findFirst()
                                        .map(known -> and(known.blanks(), column, expression))
                                        .orElse(Map.of(column, expression)))))
                .toList();
        return new Expiry(period, table, due, blanks, more);
    }

    /** Tells whether this column of that table is emptied, or goes with its row. */
    boolean takes(String column) {
        return (column.startsWith(table + ".") && (blanks.isEmpty() || blanks.containsKey(nameOf(column))))
                || parts.stream()
                        .anyMatch(part -> column.startsWith(part.table() + ".")
                                && part.blanks().containsKey(nameOf(column)));
    }

    private static String nameOf(String column) {
        return column.substring(column.indexOf('.') + 1);
    }

    private static Map<String, String> and(Map<String, String> blanks, String column, String expression) {
        var more = new LinkedHashMap<>(blanks);
        more.put(column, expression);
        return more;
    }
}
