package org.diandan.keys;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is sealed, one line for each place. The place's name is bound into what is sealed there (associated data, NIST SP
 * 800-38D), so that it opens nowhere else.
 */
public enum SealedColumn {
    ACCOUNT_PHONE("account", "id", "phone"),
    INVITATION_PHONE("invitation", "id", "phone"),
    SECOND_FACTOR_SECRET("second_factor", "account", "secret"),
    RESIDENT_PHONE("resident", "id", "phone", MarkedColumn.RESIDENT_PHONE),
    RESIDENT_ADDRESS("resident", "id", "address"),
    VOLUNTEER_GUARDIAN_NAME("volunteer", "id", "guardian_name"),
    VOLUNTEER_GUARDIAN_PHONE("volunteer", "id", "guardian_phone"),
    CERTIFICATE_NUMBER("certificate", "id", "number", MarkedColumn.CERTIFICATE_NUMBER),
    /** The answer that a repeated request gets again, whatever it shows. */
    IDEMPOTENCY_KEY_BODY("idempotency_key", "account, operation, key", "body"),
    /** What an event carries to its subscriber of a message that is to be sent; old ones are of no use, and are pruned. */
    MESSAGE("outbox_event", "", "data");

    private final String table;
    private final String key;
    private final String column;
    private final @Nullable MarkedColumn mark;

    SealedColumn(String table, String key, String column) {
        this(table, key, column, null);
    }

    SealedColumn(String table, String key, String column, @Nullable MarkedColumn mark) {
        this.table = table;
        this.key = key;
        this.column = column;
        this.mark = mark;
    }

    /** Those that stay: a text in each row, sealed anew when its key is to be thrown away. */
    static List<SealedColumn> kept() {
        return Arrays.stream(values()).filter(column -> column != MESSAGE).toList();
    }

    /** The one of this table and column, if that is sealed. */
    public static Optional<SealedColumn> of(String table, String column) {
        return kept().stream()
                .filter(each -> each.table.equals(table) && each.column.equals(column))
                .findFirst();
    }

    String table() {
        return table;
    }

    /** The columns that name a row of the table, after its center. */
    String key() {
        return key;
    }

    String column() {
        return column;
    }

    /** The marks by which it is found, where it is. */
    @Nullable
    MarkedColumn mark() {
        return mark;
    }

    /** What takes the place of a text that is lost with its key. */
    String lost() {
        return this == IDEMPOTENCY_KEY_BODY ? "null" : "—";
    }

    byte[] place() {
        return name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }
}
