package org.diandan.backup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backup says of itself: {@code manifest.json}, the last entry of the file.
 *
 * @param format the form of the file; {@link #FORMAT} is the newest that this program reads
 * @param program the version of the program that made it
 * @param schema the highest migration that the database had
 * @param madeAt when its snapshot was taken
 * @param server the version of the PostgreSQL server it was taken from
 * @param migrations those with a version that the database had, lowest first
 * @param tables each table of the database
 * @param sequences where each sequence of the database stood, or a little further
 * @param keys the files with keys outside the database: without them what they encrypt or sign is lost
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Manifest(
        int format,
        String program,
        String schema,
        Instant madeAt,
        String server,
        List<Migration> migrations,
        List<Table> tables,
        List<Sequence> sequences,
        List<Key> keys) {

    static final int FORMAT = 1;

    /** A migration as Flyway's history knows it. */
    record Migration(String version, String script, int checksum) {}

    /** A table, with what its rows came to. */
    record Table(String name, List<String> columns, Content content) {}

    /**
     * What a stream of rows came to.
     *
     * @param bytes its length
     * @param sha256 of the stream as it lies in the file, in hexadecimal
     * @param sum of the SHA-256 of the single rows, modulo 2^256, in hexadecimal: the same in whichever order they come
     */
    record Content(long rows, long bytes, String sha256, String sum) {

        /** Whether the same rows are there, in whichever order. */
        boolean hasRowsOf(Content other) {
            return rows == other.rows && sum.equals(other.sum);
        }
    }

    /** A sequence, with the value it gives next: {@code value}, or the one after it if {@code called}. */
    record Sequence(String name, long value, boolean called) {}

    /** A file with a key, below the folder {@code keys}; {@code sha256} if a copy of it is in the backup. */
    record Key(String name, @Nullable String sha256) {

        boolean isCopied() {
            return sha256 != null;
        }
    }

    long rows() {
        return tables.stream().mapToLong(table -> table.content().rows()).sum();
    }
}
