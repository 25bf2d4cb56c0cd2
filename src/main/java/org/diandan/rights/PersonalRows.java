package org.diandan.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diandan.keys.Keys;
import org.diandan.keys.SealedColumn;
import org.diandan.rights.Belongings.Belonging;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a person, as the tables of the rooms say which those are. */
@ApplicationScoped
class PersonalRows {

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):(center|person)\\b");

    private final Session session;
    private final ObjectMapper json;
    private final Keys keys;

    PersonalRows(Session session, ObjectMapper json, Keys keys) {
        this.session = session;
        this.json = json;
        this.keys = keys;
    }

    /**
     * The person's rows in the order of their keys.
     *
     * @param after the key of the row before the first; empty for the first
     */
    List<PersonalRow> read(Belonging of, String after, int limit) {
        PersonalTable table = of.table();
        String columns =
                Stream.concat(table.gives().stream(), table.names().stream()).collect(Collectors.joining(", "));
        String sql = "select * from (select cast(" + table.key() + " as text) collate \"C\" as row_key, " + columns
                + " from " + table.table() + where(table) + ") mine where row_key > ? order by row_key limit ?";
        session.flush();
        return session.doReturningWork(connection -> {
            try (PreparedStatement query = connection.prepareStatement(positional(sql))) {
                int at = bind(query, sql, of);
                query.setString(at, after);
                query.setInt(at + 1, limit);
                List<PersonalRow> rows = new ArrayList<>();
                try (ResultSet found = query.executeQuery()) {
                    while (found.next()) {
                        rows.add(row(table, found));
                    }
                }
                return rows;
            }
        });
    }

    /** Empties or removes the person's rows, as their table says. */
    void forget(Belonging of) {
        PersonalTable table = of.table();
        String change = table.removed()
                ? "delete from " + table.table()
                : "update " + table.table() + " set "
                        + table.blanks().entrySet().stream()
                                .map(blank -> blank.getKey() + " = " + blank.getValue())
                                .collect(Collectors.joining(", "));
        String sql = change + where(table);
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(positional(sql))) {
                bind(statement, sql, of);
                statement.executeUpdate();
            }
        });
    }

    private static String where(PersonalTable table) {
        return " where center = :center and (" + table.condition() + ")";
    }

    private static String positional(String sql) {
        return PARAMETER.matcher(sql).replaceAll("?");
    }

    /** Binds the parameters in their order; answers the place after the last. */
    private static int bind(PreparedStatement statement, String sql, Belonging of) throws SQLException {
        int at = 1;
        Matcher parameters = PARAMETER.matcher(sql);
        while (parameters.find()) {
            statement.setObject(
                    at++,
                    parameters.group(1).equals("center")
                            ? of.place().center()
                            : of.place().id());
        }
        return at;
    }

    private PersonalRow row(PersonalTable table, ResultSet found) throws SQLException {
        Map<String, Object> given = new LinkedHashMap<>();
        for (String column : table.gives()) {
            @Nullable Object value = given(table, column, found);
            if (value != null) {
                given.put(camelCase(column), value);
            }
        }
        Map<String, List<UUID>> named = new LinkedHashMap<>();
        for (String column : table.names()) {
            @Nullable Object value = value(found.getObject(column));
            if (value instanceof UUID id) {
                named.put(camelCase(column), List.of(id));
            } else if (value instanceof List<?> several && !several.isEmpty()) {
                named.put(
                        camelCase(column),
                        several.stream().map(UUID.class::cast).toList());
            }
        }
        return new PersonalRow(found.getString("row_key"), given, named);
    }

    private @Nullable Object given(PersonalTable table, String column, ResultSet found) throws SQLException {
        Optional<SealedColumn> sealed = SealedColumn.of(table.table(), column);
        byte @Nullable [] bytes = sealed.isPresent() ? found.getBytes(column) : null;
        return bytes == null ? value(found.getObject(column)) : keys.open(sealed.orElseThrow(), bytes);
    }

    private @Nullable Object value(@Nullable Object read) throws SQLException {
        if (read instanceof Timestamp moment) {
            return moment.toInstant();
        }
        if (read instanceof java.sql.Date day) {
            return day.toLocalDate();
        }
        if (read instanceof java.sql.Time time) {
            return time.toLocalTime();
        }
        if (read instanceof Array array) {
            return List.of((Object[]) array.getArray());
        }
        return read != null && read.getClass().getSimpleName().equals("PGobject") ? tree(read.toString()) : read;
    }

    private Object tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database keeps JSON that is none", e);
        }
    }

    private static String camelCase(String column) {
        return Pattern.compile("_(.)").matcher(column).replaceAll(letter -> letter.group(1)
                .toUpperCase(Locale.ROOT));
    }
}
