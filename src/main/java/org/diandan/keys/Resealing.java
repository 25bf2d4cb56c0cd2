package org.diandan.keys;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.ObjLongConsumer;
import javax.sql.DataSource;
import org.diandan.keys.KeySet.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Seals anew what other keys than the primary one have sealed, and makes marks anew, some rows in a transaction while the
 * program serves. What is done is passed over when it is begun again.
 */
final class Resealing {

    private static final String OF_ACCOUNT =
            "(select a.phone from account a where a.center = login.center and a.id = login.account)";

    private final DataSource database;
    private final KeySet set;

    /** @param database with the login that owns the tables */
    Resealing(DataSource database, KeySet set) {
        this.database = database;
        this.set = set;
    }

    /**
     * Goes once through all that is sealed.
     *
     * @param progress told a column and how many of its rows were done, after each batch
     * @return how many rows were sealed anew
     */
    long seal(ObjLongConsumer<String> progress) throws SQLException {
        byte[] prefix = KeySet.prefixOf(set.primary(Kind.SEALING));
        long done = 0;
        for (SealedColumn column : SealedColumn.kept()) {
            String name = column.column();
            var walk = new Walk(
                    column.table(),
                    column.key(),
                    name,
                    "substring(" + name + " from 1 for " + KeySet.PREFIX + ") <> ?",
                    List.of(prefix),
                    name + " = ?",
                    (read, marked) -> List.of(set.seal(column, set.open(column, bytes(read)))));
            done += walk.through(database, rows -> progress.accept(column.table() + "." + name, rows));
        }
        return done;
    }

    /** Goes once through all marks, and makes those anew that another key than the primary one has made. */
    void mark(ObjLongConsumer<String> progress) throws SQLException {
        byte[] id = id(Kind.MARKS);
        for (SealedColumn column : SealedColumn.kept()) {
            MarkedColumn mark = column.mark();
            if (mark != null) {
                var walk = new Walk(
                        column.table(),
                        column.key(),
                        column.column(),
                        "%s is not null and (%s is null or substring(%s from 1 for %d) <> ?)"
                                .formatted(column.column(), mark.column(), mark.column(), KeySet.KEY_ID),
                        List.of(id),
                        mark.column() + " = ?",
                        (read, marked) -> Collections.singletonList(
                                marked ? set.mark(mark, set.open(column, bytes(read))) : null));
                walk.through(database, rows -> progress.accept(mark.table() + "." + mark.column(), rows));
            }
        }
        logins(HexFormat.of().formatHex(id)).through(database, rows -> progress.accept("login.value", rows));
    }

    private Walk logins(String id) {
        return new Walk(
                "login",
                "account",
                OF_ACCOUNT,
                "kind = 'PHONE' and not starts_with(value, ?) and " + OF_ACCOUNT + " is not null",
                List.of(id),
                "value = ?",
                (read, marked) -> List.of(HexFormat.of()
                        .formatHex(set.mark(
                                MarkedColumn.LOGIN_PHONE, set.open(SealedColumn.ACCOUNT_PHONE, bytes(read))))));
    }

    /**
     * Gives up what no key of the set opens: a dash takes the place of the text, and nobody is found by it any more.
     *
     * @return how many texts were given up
     */
    long forget(ObjLongConsumer<String> progress) throws SQLException {
        List<Object> prefixes = new ArrayList<>();
        set.keys(Kind.SEALING).forEach(key -> prefixes.add(KeySet.prefixOf(key.id())));
        String unknown = String.join(", ", Collections.nCopies(prefixes.size(), "?"));
        long done = 0;
        for (SealedColumn column : SealedColumn.kept()) {
            MarkedColumn mark = column.mark();
            var walk = new Walk(
                    column.table(),
                    column.key(),
                    column.column(),
                    "substring(%s from 1 for %d) not in (%s)".formatted(column.column(), KeySet.PREFIX, unknown),
                    prefixes,
                    column.column() + " = ?" + (mark == null ? "" : ", " + mark.column() + " = null"),
                    (read, marked) -> List.of(set.seal(column, column.lost())));
            done += walk.through(database, rows -> progress.accept(column.table() + "." + column.column(), rows));
        }
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "delete from login where kind = 'PHONE' and not starts_with(value, ?)")) {
            statement.setString(1, HexFormat.of().formatHex(id(Kind.MARKS)));
            statement.executeUpdate();
        }
        return done;
    }

    private byte[] id(Kind kind) {
        return ByteBuffer.allocate(KeySet.KEY_ID)
                .putInt((int) set.primary(kind))
                .array();
    }

    /** How many texts this key has sealed; each is looked at. */
    long sealedWith(long id) throws SQLException {
        long count = 0;
        try (Connection connection = database.getConnection()) {
            for (SealedColumn column : SealedColumn.kept()) {
                String sql = "select count(*) from %s where substring(%s from 1 for %d) = ?"
                        .formatted(column.table(), column.column(), KeySet.PREFIX);
                try (var statement = connection.prepareStatement(sql)) {
                    statement.setBytes(1, KeySet.prefixOf(id));
                    try (ResultSet answer = statement.executeQuery()) {
                        answer.next();
                        count += answer.getLong(1);
                    }
                }
            }
        }
        return count;
    }

    private static byte[] bytes(@Nullable Object read) {
        if (read instanceof byte[] bytes) {
            return bytes;
        }
        throw new IllegalStateException("The driver gives bytes where a column has them");
    }
}
