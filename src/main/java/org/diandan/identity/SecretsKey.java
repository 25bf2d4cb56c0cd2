package org.diandan.identity;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The AES-256 key under which the database holds what must be read again: given by configuration, or made in the data
 * folder at the first start. Whoever has the database without it reads none of that.
 */
@Singleton
class SecretsKey {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    /** NIST SP 800-38D: 96 bits, random, and a tag of 128 bits. */
    private static final int NONCE_BYTES = 12;

    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final RandomGenerator random;

    SecretsKey(IdentityConfig config, RandomGenerator random, @ConfigProperty(name = "diandan.data-dir") Path dataDir) {
        this.random = random;
        String given = config.secretsKey()
                .orElseGet(() ->
                        config.secretsKeyFile().map(SecretsKey::read).orElseGet(() -> keptIn(dataDir.resolve("keys"))));
        byte[] bytes = decoded(given);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(
                    "The secrets key cannot be read: diandan.identity.secrets-key (or the file it"
                            + " stands in) must be 32 bytes in base64 ('openssl rand -base64 32').");
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    /** A text as nobody without the key can read it; never twice the same. */
    String seal(String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /** @throws IllegalStateException if it was sealed with another key, or changed */
    String open(String sealed) {
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] text = new byte[bytes.remaining()];
        bytes.get(text);
        return new String(cipher(Cipher.DECRYPT_MODE, nonce, text), StandardCharsets.UTF_8);
    }

    /** What tells this key from others and gives nothing of it away, in hexadecimal. */
    String fingerprint() {
        return Tokens.sha256("fingerprint " + HexFormat.of().formatHex(key.getEncoded()));
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealed with another key, or changed", e);
        }
    }

    private String keptIn(Path folder) {
        Path file = folder.resolve("secrets-key");
        if (!Files.exists(file)) {
            byte[] made = new byte[KEY_BYTES];
            random.nextBytes(made);
            PrivateFile.write(file, Base64.getEncoder().encodeToString(made) + "\n");
        }
        return read(file);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The secrets key cannot be read", e);
        }
    }
}
