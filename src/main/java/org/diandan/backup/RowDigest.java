package org.diandan.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Counts and hashes the rows that are written through it, in the text format of PostgreSQL's {@code COPY}, where a line
 * feed ends a row and stands nowhere else.
 *
 * <p>Two tables are compared without sorting them, and whatever order their servers sort in, by the sum of the hashes of
 * their rows (M. Bellare and D. Micciancio, A New Paradigm for Collision-Free Hashing, 1997; AdHash). It finds
 * accidents; it is no signature.
 */
final class RowDigest extends FilterOutputStream {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final MessageDigest whole = sha256();
    private final MessageDigest row = sha256();
    private BigInteger sum = BigInteger.ZERO;
    private long rows;
    private long bytes;

    RowDigest(OutputStream next) {
        super(next);
    }

    /** For rows that are looked at only. */
    static RowDigest ofNothingKept() {
        return new RowDigest(OutputStream.nullOutputStream());
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
        whole.update(buffer, offset, length);
        bytes += length;
        int start = offset;
        for (int at = offset; at < offset + length; at++) {
            if (buffer[at] == '\n') {
                row.update(buffer, start, at + 1 - start);
                sum = sum.add(new BigInteger(1, row.digest())).mod(MODULUS);
                rows++;
                start = at + 1;
            }
        }
        row.update(buffer, start, offset + length - start);
    }

    /** What all that was written came to. To be asked once, at the end. */
    Manifest.Content content() {
        return new Manifest.Content(rows, bytes, HexFormat.of().formatHex(whole.digest()), sum.toString(16));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
