package org.diandan.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A link of a Center's chain: the entries that it covers in their order, and the SHA-256 over them and over the seal
 * before, in hexadecimal.
 *
 * @param number from 1, without gaps
 */
record Seal(String center, long number, Instant sealedAt, List<UUID> entries, String previous, String hash) {

    static final String COLUMNS = "center, number, sealed_at, entries, previous, hash";

    /** What stands before the first seal. */
    static final String NOTHING = "0".repeat(64);

    /**
     * Seals entries.
     *
     * @param previous the hash of the seal before, or {@link #NOTHING}
     */
    static Seal of(String center, long number, Instant sealedAt, List<Entry> entries, String previous) {
        List<UUID> ids = entries.stream().map(Entry::id).toList();
        return new Seal(center, number, sealedAt, ids, previous, hash(center, number, sealedAt, entries, previous));
    }

    static Seal read(ResultSet row) throws SQLException {
        return new Seal(
                row.getString("center"),
                row.getLong("number"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                Arrays.asList((UUID[]) row.getArray("entries").getArray()),
                row.getString("previous"),
                row.getString("hash"));
    }

    /** Tells whether these, in this order, are what was sealed. */
    boolean covers(List<Entry> found) {
        return hash.equals(hash(center, number, sealedAt, found, previous));
    }

    private static String hash(String center, long number, Instant sealedAt, List<Entry> entries, String previous) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            String head = String.join(" ", center, Long.toString(number), sealedAt.toString(), previous);
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            for (Entry entry : entries) {
                digest.update(entry.bytes());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
