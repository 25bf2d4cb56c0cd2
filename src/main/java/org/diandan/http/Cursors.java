package org.diandan.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.diandan.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The places in lists that callers come back to. To them a cursor is opaque; it is signed, so that nobody asks a query
 * for places that it was not written for.
 */
@ApplicationScoped
public class Cursors {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE = 12;
    private static final int LONGEST = 1_000;

    private final SharedSecrets secrets;
    private final Language language;

    Cursors(SharedSecrets secrets, Language language) {
        this.secrets = secrets;
        this.language = language;
    }

    /**
     * Makes the cursor that stands after a row.
     *
     * @param parts what the list is sorted by, to the last part that makes it unique: texts, numbers, instants, ids
     */
    public String encode(Object... parts) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (Object part : parts) {
                out.writeUTF(part.toString());
            }
            out.write(signature(bytes.toByteArray()));
        } catch (IOException e) {
            throw new IllegalStateException("Memory does not fail to take bytes", e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /**
     * Reads a cursor as the caller sent it.
     *
     * @param cursor absent for the start of the list
     * @throws Refused 400 if it was not made here
     */
    public Cursor decode(@Nullable String cursor) {
        if (cursor == null) {
            return new Cursor(List.of(), this::forged);
        }
        byte[] bytes = bytes(cursor);
        byte[] parts = Arrays.copyOf(bytes, bytes.length - SIGNATURE);
        byte[] signature = Arrays.copyOfRange(bytes, parts.length, bytes.length);
        if (!MessageDigest.isEqual(signature, signature(parts))) {
            throw forged();
        }
        return new Cursor(parts(parts), this::forged);
    }

    private byte[] bytes(String cursor) {
        if (cursor.length() > LONGEST) {
            throw forged();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length > SIGNATURE) {
                return bytes;
            }
            throw forged();
        } catch (IllegalArgumentException e) {
            throw forged();
        }
    }

    private static List<String> parts(byte[] bytes) {
        List<String> parts = new ArrayList<>();
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            while (in.available() > 0) {
                parts.add(in.readUTF());
            }
        } catch (IOException e) {
            throw new IllegalStateException("Signed, and yet not ours", e);
        }
        return parts;
    }

    private byte[] signature(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secrets.get("cursors"), ALGORITHM));
            return Arrays.copyOf(mac.doFinal(bytes), SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    private Refused forged() {
        return Fault.in("cursor", Fault.text("cursor", language.locale())).refuse();
    }
}
