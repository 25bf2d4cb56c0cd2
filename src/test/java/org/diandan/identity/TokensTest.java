package org.diandan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.diandan.shared.Ids;
import org.diandan.shared.MovingClock;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    @TempDir
    private Path folder;

    private final UUID account = new Ids(Clock.systemUTC(), new Random(1)).of("371625");
    private IdentityConfig config;
    private SigningKey key;
    private Tokens tokens;

    @BeforeEach
    void signingKey() {
        config = config(Map.of());
        key = new SigningKey(config, folder);
        tokens = tokensAt(NOW);
    }

    @Test
    void aTokenNamesItsAccountAndNothingThatItMayDo() throws Exception {
        String token = tokens.issue(account);

        assertThat(account(tokens, token)).contains(account);
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        assertThat(JwtClaims.parse(claims).getClaimNames())
                .containsOnly("sub", "iss", "aud", "iat", "exp", "jti", "gen");
    }

    @Test
    void aTokenIsGoodForTenMinutes() {
        String token = tokens.issue(account);

        assertThat(account(tokensAt(NOW.plus(Duration.ofSeconds(599))), token)).contains(account);
        assertThat(account(tokensAt(NOW.plus(Duration.ofMinutes(10))), token)).isEmpty();
    }

    @Test
    void anExpiredTokenIsRefusedThoughItIsRemembered() {
        var clock = new MovingClock(NOW);
        tokens = new Tokens(config, key, clock);
        String token = tokens.issue(account);
        assertThat(account(tokens, token)).contains(account);

        clock.advance(Duration.ofMinutes(10));

        assertThat(account(tokens, token)).isEmpty();
    }

    @Test
    void aTamperedTokenIsRefused() {
        String[] parts = tokens.issue(account).split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace(account.toString(), new UUID(1, 2).toString());
        parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));

        assertThat(account(tokens, String.join(".", parts))).isEmpty();
    }

    @Test
    void aTokenWithoutASignatureIsRefused() throws Exception {
        var token = token("none", null, claims());
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);

        assertThat(account(tokens, token.getCompactSerialization())).isEmpty();
    }

    @Test
    void aTokenSignedWithThePublicKeyAsASecretIsRefused() throws Exception {
        var secret = new HmacKey(key.publicKey().getEncoded());

        assertThat(account(tokens, token("HS256", secret, claims()).getCompactSerialization()))
                .isEmpty();
    }

    @Test
    void aTokenSignedByAnotherIsRefused() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        Key foreign = generator.generateKeyPair().getPrivate();

        assertThat(account(tokens, token("RS256", foreign, claims()).getCompactSerialization()))
                .isEmpty();
        assertThat(account(tokens, token("RS256", key.privateKey(), claims()).getCompactSerialization()))
                .contains(account);
    }

    @Test
    void aTokenOfAnotherIssuerForAnotherAudienceOrOfAnotherTypeIsRefused() throws Exception {
        var issuer = claims();
        issuer.setIssuer("elsewhere");
        var audience = claims();
        audience.setAudience("others");
        var generation = claims();
        generation.unsetClaim("gen");
        var none = claims();
        none.unsetClaim("aud");
        var idToken = token("RS256", key.privateKey(), claims());
        idToken.setHeader("typ", "JWT");

        assertThat(account(tokens, token("RS256", key.privateKey(), issuer).getCompactSerialization()))
                .isEmpty();
        assertThat(account(tokens, token("RS256", key.privateKey(), audience).getCompactSerialization()))
                .isEmpty();
        assertThat(account(tokens, token("RS256", key.privateKey(), none).getCompactSerialization()))
                .isEmpty();
        assertThat(account(tokens, token("RS256", key.privateKey(), generation).getCompactSerialization()))
                .isEmpty();
        assertThat(account(tokens, idToken.getCompactSerialization())).isEmpty();
    }

    @Test
    void anythingElseIsRefused() {
        assertThat(account(tokens, "")).isEmpty();
        assertThat(account(tokens, "a.b.c")).isEmpty();
        assertThat(account(tokens, "x".repeat(100_000))).isEmpty();
    }

    @Test
    void theKeyStaysTheSameAndIsItsOwnersAlone() throws Exception {
        Path file = folder.resolve("keys").resolve("signing-key.pem");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new SigningKey(config, folder).publicKey()).isEqualTo(key.publicKey());
    }

    @Test
    void theKeyMayBeGiven() throws Exception {
        String pem = Files.readString(folder.resolve("keys").resolve("signing-key.pem"));
        var given = config(Map.of("diandan.identity.signing-key", pem));

        assertThat(new SigningKey(given, Path.of("/nowhere")).publicKey()).isEqualTo(key.publicKey());
    }

    private static Optional<UUID> account(Tokens tokens, String token) {
        return tokens.read(token).map(Tokens.Verified::account);
    }

    private JwtClaims claims() {
        var claims = new JwtClaims();
        claims.setSubject(account.toString());
        claims.setIssuer("diandan");
        claims.setAudience("diandan");
        claims.setClaim("gen", 0);
        claims.setIssuedAt(NumericDate.fromSeconds(NOW.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(NOW.getEpochSecond() + 600));
        return claims;
    }

    private static JsonWebSignature token(String algorithm, Key key, JwtClaims claims) {
        var token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(algorithm);
        token.setKey(key);
        token.setHeader("typ", "at+jwt");
        token.setPayload(claims.toJson());
        return token;
    }

    private Tokens tokensAt(Instant now) {
        return new Tokens(config, key, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static IdentityConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(IdentityConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(IdentityConfig.class);
    }
}
