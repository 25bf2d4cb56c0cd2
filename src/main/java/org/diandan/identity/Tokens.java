package org.diandan.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Access tokens (RFC 9068): they name the account and nothing that it may do. */
@ApplicationScoped
public class Tokens {

    private static final String TYPE = "at+jwt";
    private static final String GENERATION = "gen";
    private static final int LONGEST = 4096;
    private static final int MOST_VERIFIED = 20_000;
    private static final Duration BELIEVED = Duration.ofSeconds(30);

    private final IdentityConfig config;
    private final SigningKey key;
    private final Clock clock;
    private final Cache<String, Verified> verified = Caffeine.newBuilder()
            .maximumSize(MOST_VERIFIED)
            .expireAfterWrite(BELIEVED)
            .build();

    /**
     * What a good token says.
     *
     * @param generation of the account's tokens when it was signed; those of an earlier one have ended
     */
    record Verified(UUID account, int generation, Instant expiresAt) {}

    Tokens(IdentityConfig config, SigningKey key, Clock clock) {
        this.config = config;
        this.key = key;
        this.clock = clock;
    }

    /** Signs a token for an account whose sign-ins were never all ended, such as a new one. */
    public String issue(UUID account) {
        return issue(account, 0);
    }

    /** Signs an account's token of this generation, good for {@code diandan.identity.access-token} from now. */
    String issue(UUID account, int generation) {
        Instant now = clock.instant();
        var claims = new JwtClaims();
        claims.setSubject(account.toString());
        claims.setIssuer(config.issuer());
        claims.setAudience(config.audience());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(
                NumericDate.fromSeconds(now.plus(config.accessToken()).getEpochSecond()));
        claims.setGeneratedJwtId();
        claims.setClaim(GENERATION, generation);
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.privateKey());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", TYPE);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a token says; empty unless we signed it, for us, and it has not expired. Never blocks. */
    Optional<Verified> read(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        String hash = sha256(token);
        @Nullable Verified known = verified.getIfPresent(hash);
        if (known == null) {
            known = verify(token);
            if (known != null) {
                verified.put(hash, known);
            }
        }
        return known != null && clock.instant().isBefore(known.expiresAt()) ? Optional.of(known) : Optional.empty();
    }

    private @Nullable Verified verify(String token) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(
                            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256))
                    .setVerificationKey(key.publicKey())
                    .setExpectedType(true, TYPE)
                    .setExpectedIssuer(config.issuer())
                    .setExpectedAudience(config.audience())
                    .setRequireSubject()
                    .setRequireExpirationTime()
                    .setEvaluationTime(
                            NumericDate.fromMilliseconds(clock.instant().toEpochMilli()))
                    .build()
                    .processToClaims(token);
            @Nullable Long generation = claims.getClaimValue(GENERATION, Long.class);
            return generation == null
                    ? null
                    : new Verified(
                            UUID.fromString(claims.getSubject()),
                            generation.intValue(),
                            Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
            return null;
        }
    }

    /** A hash of something long and random, in hexadecimal. */
    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
