package org.diandan.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.diandan.shared.Texts;

/** The key that sealed second factors before there was a key set: AES-256-GCM without an id and without a place. */
final class EarlierKey {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final KeysConfig config;
    private final Path dataDir;

    EarlierKey(KeysConfig config, Path dataDir) {
        this.config = config;
        this.dataDir = dataDir;
    }

    /** @throws IllegalStateException if the key is not there or another; says where to put it */
    String open(String sealed) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
            byte[] nonce = new byte[NONCE];
            bytes.get(nonce);
            byte[] text = new byte[bytes.remaining()];
            bytes.get(text);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key(), new GCMParameterSpec(TAG_BITS, nonce));
            return new String(cipher.doFinal(text), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(Texts.of(EarlierKey.class, "earlier-key", Locale.getDefault()));
        }
    }

    private SecretKeySpec key() {
        Path file = config.secretsKeyFile().orElse(dataDir.resolve("keys").resolve("secrets-key"));
        try {
            String given = config.secretsKey().isPresent() || !Files.exists(file)
                    ? config.secretsKey().orElse("")
                    : Files.readString(file);
            return new SecretKeySpec(Base64.getDecoder().decode(given.strip()), "AES");
        } catch (IOException e) {
            throw new UncheckedIOException("The secrets key cannot be read", e);
        }
    }
}
