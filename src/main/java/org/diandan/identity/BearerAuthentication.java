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
    private final ForeignTokens foreign;
    private final Foreigners foreigners;
    private final Standings standings;
    private final BlockingSecurityExecutor worker;

    BearerAuthentication(
            Tokens tokens,
            ForeignTokens foreign,
            Foreigners foreigners,
            Standings standings,
            BlockingSecurityExecutor worker) {
        this.tokens = tokens;
        this.foreign = foreign;
        this.foreigners = foreigners;
        this.standings = standings;
        this.worker = worker;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        @Nullable String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return Uni.createFrom().nullItem();
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        String token = header.substring(SCHEME.length()).strip();
        return tokens.read(token).map(this::identity).orElseGet(() -> foreign(token));
    }

    /** Another issuer's token: its keys may have to be fetched, and whose it is to be looked up. */
    private Uni<SecurityIdentity> foreign(String token) {
        return foreign.areTaken()
                ? worker.executeBlocking(() -> theirs(token))
                : Uni.createFrom().failure(new AuthenticationFailedException());
    }

    private Uni<SecurityIdentity> identity(Verified token) {
        @Nullable Standing known = standings.ifKnown(token.account());
        return known != null && known.generation() >= token.generation()
                ? Uni.createFrom().item(() -> known.identity(token.generation()))
                : worker.executeBlocking(() -> ours(token));
    }

    private SecurityIdentity ours(Verified token) {
        return standings.of(token.account(), token.generation()).identity(token.generation());
    }

    private SecurityIdentity theirs(String token) {
        return foreign.read(token)
                .flatMap(person -> foreigners
                        .account(person)
                        .map(account -> standings.of(account).identity(person.showedFactor())))
                .orElseThrow(AuthenticationFailedException::new);
    }

    /**
     * Whom a header names that was let in before; may block.
     *
     * @throws AuthenticationFailedException if it would not be let in any more
     */
    SecurityIdentity again(String header) {
        String token = header.substring(SCHEME.length()).strip();
        return tokens.read(token).map(this::ours).orElseGet(() -> theirs(token));
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
