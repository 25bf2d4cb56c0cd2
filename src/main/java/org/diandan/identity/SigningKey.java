package org.diandan.identity;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.diandan.keys.PrivateFile;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The RSA key that signs access tokens: given by configuration, or made in the data folder at the first start. Whoever
 * has it can be anybody, so the file is its owner's alone.
 */
@Singleton
@Startup
class SigningKey {

    private static final int BITS = 2048;
    private static final String MAC = "HmacSHA256";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final PrivateKey privateKey;
    private final PublicKey publicKey;
    private final SecretKeySpec macKey;

    SigningKey(IdentityConfig config, @ConfigProperty(name = "diandan.data-dir") Path dataDir) {
        String pem = config.signingKey()
                .orElseGet(() ->
                        config.signingKeyFile().map(SigningKey::read).orElseGet(() -> keptIn(dataDir.resolve("keys"))));
        try {
            var keys = KeyFactory.getInstance("RSA");
            var key = (RSAPrivateCrtKey) keys.generatePrivate(new PKCS8EncodedKeySpec(decoded(pem)));
            privateKey = key;
            publicKey = keys.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            macKey = new SecretKeySpec(mac(new SecretKeySpec(key.getEncoded(), MAC), "one-time codes"), MAC);
        } catch (GeneralSecurityException | ClassCastException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The signing key cannot be read: diandan.identity.signing-key (or the file it stands in) must be an"
                            + " RSA private key in PKCS 8, as PEM ('openssl genpkey -algorithm RSA -out key.pem').",
                    e);
        }
    }

    PrivateKey privateKey() {
        return privateKey;
    }

    PublicKey publicKey() {
        return publicKey;
    }

    /** A keyed hash, in hexadecimal: of short things that anyone who sees the database could else try out. */
    String mac(String text) {
        try {
            return HexFormat.of().formatHex(mac(macKey, text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What tells this key from others and gives nothing of it away, in hexadecimal. */
    String fingerprint() {
        return Tokens.sha256(HexFormat.of().formatHex(publicKey.getEncoded()));
    }

    private static byte[] mac(SecretKeySpec key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(MAC);
        mac.init(key);
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String keptIn(Path folder) {
        Path file = folder.resolve("signing-key.pem");
        if (!Files.exists(file)) {
            PrivateFile.write(file, newKey());
        }
        return read(file);
    }

    private static String newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
            return BEGIN + "\n" + lines + "\n" + END + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String pem) {
        String base64 = pem.replace(BEGIN, "").replace(END, "").replaceAll("\\s|\\\\n", "");
        return Base64.getDecoder().decode(base64);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key cannot be read", e);
        }
    }
}
