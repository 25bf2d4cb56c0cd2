package org.diandan.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diandan.gateways.Counterpart;
import org.jose4j.http.Response;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens that other issuers have signed for us (ADR 0010). Only issuers of the configuration; only asymmetric
 * algorithms; never an ID token, which says to an app who signed in to it and is no key to us.
 */
@ApplicationScoped
@Startup
class ForeignTokens {

    private static final int LONGEST = 8192;
    private static final int MOST_VERIFIED = 20_000;
    private static final int SKEW_SECONDS = 30;
    private static final Duration KEYS_TIMEOUT = Duration.ofSeconds(2);
    /** Where the issuer does not say how long its keys are good. */
    private static final int KEYS_SECONDS = 600;
    /** An issuer that is away for a while shuts nobody out. */
    private static final int KEYS_SECONDS_WHILE_AWAY = 60;

    /** Whoever invents key ids makes us ask for the keys no more often. */
    private static final long KEYS_AGAIN_MILLIS = 10_000;

    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");
    /** What OpenID Connect Core 1.0 (2, 3.1.3.6, 3.3.2.11) puts into ID tokens alone. */
    private static final Set<String> OF_ID_TOKENS = Set.of("nonce", "at_hash", "c_hash", "s_hash");

    private final Clock clock;
    private final Map<String, Trusted> issuers;
    private final JwtConsumer peeking = new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setDisableRequireSignature()
            .setSkipSignatureVerification()
            .setJwsAlgorithmConstraints(AlgorithmConstraints.DISALLOW_NONE)
            .build();
    private final Cache<String, Foreigner> verified;

    private record Trusted(IdentityConfig.Issuer issuer, HttpsJwksVerificationKeyResolver keys) {}

    /**
     * Somebody whom another issuer knows.
     *
     * @param subject who they are there, for good
     * @param phone one that the issuer has verified, where the configuration believes it
     * @param showedFactor whether the issuer asks everybody for a second factor
     */
    record Foreigner(
            String issuer, String subject, @Nullable String phone, boolean showedFactor, Instant expiresAt) {

        /** How the directory of logins names them: both parts may be long. */
        String login() {
            return Tokens.sha256(issuer.length() + " " + issuer + " " + subject);
        }
    }

    ForeignTokens(IdentityConfig config, Clock clock) {
        this.clock = clock;
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST_VERIFIED)
                .expireAfterWrite(config.grantsCache())
                .build();
        this.issuers = config.issuers().values().stream()
                .map(issuer -> new Trusted(issuer, keys(issuer, clock)))
                .collect(Collectors.toMap(trusted -> trusted.issuer().issuer(), Function.identity()));
        if (issuers.containsKey(config.issuer())) {
            throw new IllegalStateException("diandan.identity.issuers: one is called as diandan.identity.issuer is");
        }
    }

    /** Tells whether any issuer but ourselves is believed. */
    boolean areTaken() {
        return !issuers.isEmpty();
    }

    /** Whom a token is of; empty unless an issuer that we know signed it for us and it is good now. May fetch its keys. */
    Optional<Foreigner> read(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        String hash = Tokens.sha256(token);
        @Nullable Foreigner known = verified.getIfPresent(hash);
        if (known == null) {
            known = verify(token);
            if (known != null) {
                verified.put(hash, known);
            }
        }
        return Optional.ofNullable(known).filter(found -> clock.instant().isBefore(found.expiresAt()));
    }

    private @Nullable Foreigner verify(String token) {
        try {
            String named = peeking.processToClaims(token).getIssuer();
            @Nullable Trusted trusted = named == null ? null : issuers.get(named);
            if (trusted == null) {
                return null;
            }
            JwtContext context = consumer(trusted).process(token);
            return isAccessToken(context) ? foreigner(context.getJwtClaims(), trusted.issuer()) : null;
        } catch (InvalidJwtException | MalformedClaimException e) {
            return null;
        }
    }

    private static Foreigner foreigner(JwtClaims claims, IdentityConfig.Issuer issuer) throws MalformedClaimException {
        return new Foreigner(
                claims.getIssuer(),
                claims.getSubject(),
                issuer.trustsPhones() ? phone(claims) : null,
                issuer.asksForSecondFactor(),
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    }

    /** In national form, as accounts have it; those of other countries have none here. */
    private static @Nullable String phone(JwtClaims claims) {
        boolean isVerified = Boolean.TRUE.equals(claims.getClaimValue("phone_number_verified"));
        String phone = String.valueOf(claims.getClaimValue("phone_number")).replaceFirst("^\\+86[ -]?", "");
        return isVerified && phone.matches(AskForCode.PHONE) ? phone : null;
    }

    /** Keycloak tells the kind by the claim {@code typ}, RFC 9068 by the header of that name; others by neither. */
    private static boolean isAccessToken(JwtContext context) {
        JwtClaims claims = context.getJwtClaims();
        @Nullable String type = context.getJoseObjects().get(0).getHeader("typ");
        @Nullable Object kind = claims.getClaimValue("typ");
        return (type == null || TYPES.contains(type.toLowerCase(Locale.ROOT)))
                && (kind == null || kind.equals("Bearer"))
                && OF_ID_TOKENS.stream().noneMatch(claims::hasClaim);
    }

    private static HttpsJwksVerificationKeyResolver keys(IdentityConfig.Issuer issuer, Clock clock) {
        var counterpart = new Counterpart("The issuer " + issuer.issuer(), KEYS_TIMEOUT, clock);
        var request = HttpRequest.newBuilder(URI.create(issuer.jwksUrl())).build();
        var keys = new HttpsJwks(issuer.jwksUrl());
        keys.setSimpleHttpGet(address -> ask(counterpart, request));
        keys.setDefaultCacheDuration(KEYS_SECONDS);
        keys.setRetainCacheOnErrorDuration(KEYS_SECONDS_WHILE_AWAY);
        keys.setRefreshReprieveThreshold(KEYS_AGAIN_MILLIS);
        return new HttpsJwksVerificationKeyResolver(keys);
    }

    private static Response ask(Counterpart counterpart, HttpRequest request) throws IOException {
        try {
            HttpResponse<String> answer = counterpart.ask(request);
            if (answer.statusCode() != 200) {
                throw new IOException("Asked for its keys, the issuer answered with status " + answer.statusCode());
            }
            return new Response(answer.statusCode(), "OK", answer.headers().map(), answer.body());
        } catch (IllegalStateException away) {
            throw new IOException(away);
        }
    }

    private JwtConsumer consumer(Trusted trusted) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                        ConstraintType.PERMIT,
                        AlgorithmIdentifiers.RSA_USING_SHA256,
                        AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                .setVerificationKeyResolver(trusted.keys())
                .setExpectedIssuer(trusted.issuer().issuer())
                .setExpectedAudience(trusted.issuer().audience())
                .setRequireSubject()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.instant().toEpochMilli()))
                .build();
    }
}
