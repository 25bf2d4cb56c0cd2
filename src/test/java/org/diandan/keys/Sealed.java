package org.diandan.keys;

import java.util.Arrays;
import java.util.List;

/** The program's list of what is sealed and marked, for tests of other rooms. */
public final class Sealed {

    private Sealed() {}

    /** As {@code table.column}. */
    public static List<String> columns() {
        return SealedColumn.kept().stream()
                .map(column -> column.table() + "." + column.column())
                .toList();
    }

    /** The columns that hold marks of sealed columns; a directory of logins holds other things too. */
    public static List<String> marks() {
        return Arrays.stream(SealedColumn.values())
                .filter(column -> column.mark() != null)
                .map(column -> column.table() + "." + column.mark().column())
                .toList();
    }
}
