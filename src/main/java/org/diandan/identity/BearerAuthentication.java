package org.diandan.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.diandan.identity.Standings.Standing;
import org.diandan.identity.Tokens.Verified;
import org.jspecify.annotations.Nullable;

/**
 * Knows the caller by the access token in {@code Authorization: Bearer}. Only a caller of whom nothing is remembered
 * costs a look into the database, off the event loop.
 */
@ApplicationScoped
class BearerAuthentication implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final Standings standings;
    private final BlockingSecurityExecutor worker;

    BearerAuthentication(Tokens tokens, Standings standings, BlockingSecurityExecutor worker) {
        this.tokens = tokens;
        this.standings = standings;
        this.worker = worker;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        @Nullable String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return Uni.createFrom().nullItem();
        }
        Optional<Verified> token = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? tokens.read(header.substring(SCHEME.length()).strip())
                : Optional.empty();
        return token.map(this::identity).orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    private Uni<SecurityIdentity> identity(Verified token) {
        @Nullable Standing known = standings.ifKnown(token.account());
        return known != null
                ? Uni.createFrom().item(() -> known.identity(token.generation()))
                : worker.executeBlocking(() -> standings.of(token.account()).identity(token.generation()));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
