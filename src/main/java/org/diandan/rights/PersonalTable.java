package org.diandan.rights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows in which a room keeps something of a person: which they are, what of them is handed out, and what is done to them
 * when the person is forgotten. All names are columns; nothing here comes from a request.
 *
 * @param section what the rows are called in the copy that the person gets; absent where they are not handed out
 * @param table in the database
 * @param tie by which of the person's ids the rows are found
 * @param condition which rows are the person's: SQL over {@code :center} and {@code :person}, by an index
 * @param key what tells the person's rows apart: an SQL expression
 * @param gives the columns that are handed out as they are
 * @param names the columns that hold ids of people, who go by a masked name in the copy
 * @param emptied columns that the room's own verb empties when it forgets the person
 * @param blanks what stands in a column once the person is forgotten: SQL by column
 * @param removed whether the rows go as a whole then
 */
public record PersonalTable(
        @Nullable String section,
        String table,
        Tie tie,
        String condition,
        String key,
        List<String> gives,
        List<String> names,
        List<String> emptied,
        Map<String, String> blanks,
        boolean removed) {

    /** By what a row is a person's. */
    public enum Tie {
        /** By the account, in its home Center. */
        HOME,
        /** By the account, in every Center where the person helps or was asked to. */
        ANYWHERE,
        /** By the record as a resident. */
        SERVED
    }

    /** Rows that the person gets a copy of. */
    public static PersonalTable handedOut(String section, String table, Tie tie, String condition) {
        return new PersonalTable(
                section, table, tie, condition, "id", List.of(), List.of(), List.of(), Map.of(), false);
    }

    /** Rows that the person gets no copy of, for the reason that docs/personal-data.md gives. */
    public static PersonalTable kept(String table, Tie tie, String condition) {
        return new PersonalTable(null, table, tie, condition, "id", List.of(), List.of(), List.of(), Map.of(), false);
    }

    /** Tells the person's rows apart by another expression than the id. */
    public PersonalTable by(String uniqueKey) {
        return new PersonalTable(section, table, tie, condition, uniqueKey, gives, names, emptied, blanks, removed);
    }

    public PersonalTable giving(String... columns) {
        return new PersonalTable(
                section, table, tie, condition, key, List.of(columns), names, emptied, blanks, removed);
    }

    public PersonalTable naming(String... columns) {
        return new PersonalTable(
                section, table, tie, condition, key, gives, List.of(columns), emptied, blanks, removed);
    }

    /** Says which columns the room's own verb empties, see {@link PersonalRecords#forget}. */
    public PersonalTable emptying(String... columns) {
        return new PersonalTable(section, table, tie, condition, key, gives, names, List.of(columns), blanks, removed);
    }

    /** Puts this expression into the column once the person is forgotten. */
    public PersonalTable blanking(String column, String expression) {
        var more = new LinkedHashMap<>(blanks);
        more.put(column, expression);
        return new PersonalTable(section, table, tie, condition, key, gives, names, emptied, more, removed);
    }

    /** Removes the rows once the person is forgotten. */
    public PersonalTable removing() {
        return new PersonalTable(section, table, tie, condition, key, gives, names, emptied, blanks, true);
    }
}
