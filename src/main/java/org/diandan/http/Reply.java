package org.diandan.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A good answer, already written.
 *
 * @param path the address of what it shows, below the base path; absent if that has none
 * @param version the version of what it shows; means nothing without a path
 * @param body JSON; absent for an answer without content
 */
record Reply(
        int status,
        @Nullable String path,
        int version,
        @Nullable String body) {

    private static final int HASHED = 6;

    static Reply of(int status, @Nullable Object view, @Nullable String body) {
        return view instanceof Resource resource
                ? new Reply(status, resource.path(), resource.version(), body)
                : new Reply(status, null, 0, body);
    }

    /** The version, then a hash of all that made this view: the caller's parts and language among it. */
    String tag() {
        byte[] hash = sha256(body == null ? "" : body);
        return "\"" + version + "-" + HexFormat.of().formatHex(hash, 0, HASHED) + "\"";
    }

    static byte[] sha256(String text) {
        return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
