package org.diandan.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.diandan.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The places in lists that callers come back to. To them a cursor is opaque: it is encrypted, since it may hold a name that
 * the list masks and stands in addresses, which are logged everywhere; and nobody but us can make one, so that nobody asks
 * a query for places that it was not written for.
 */
@ApplicationScoped
public class Cursors {

    private static final String DIGEST = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG = 16;
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
        } catch (IOException e) {
            throw new IllegalStateException("Memory does not fail to take bytes", e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed(bytes.toByteArray()));
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
        byte[] parts = opened(bytes(cursor));
        return new Cursor(parts(parts), this::forged);
    }

    private byte[] bytes(String cursor) {
        if (cursor.length() > LONGEST) {
            throw forged();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length > NONCE + TAG) {
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
            throw new IllegalStateException("Sealed by us, and yet not ours", e);
        }
        return parts;
    }

    /** The nonce is made of the text (RFC 5297 has the idea), so that the same place has one cursor. */
    private byte[] sealed(byte[] parts) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(new SecretKeySpec(secrets.get("cursors"), DIGEST));
            byte[] nonce = Arrays.copyOf(mac.doFinal(parts), NONCE);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(parts);
            byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, both, NONCE, sealed.length);
            return both;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + DIGEST + " and " + CIPHER, e);
        }
    }

    private byte[] opened(byte[] bytes) {
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE)).doFinal(bytes, NONCE, bytes.length - NONCE);
        } catch (AEADBadTagException e) {
            throw forged();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + CIPHER, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        SecretKeySpec key = new SecretKeySpec(secrets.get("cursors.cipher"), "AES");
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        return cipher;
    }

    private Refused forged() {
        return Fault.in("cursor", Fault.text("cursor", language.locale())).refuse();
    }
}
