package org.diandan.identity;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.diandan.shared.Scope;

/**
 * Whether somebody who was let in still is: for connections that last longer than the look at their token. What it says
 * is as old as for a request, by {@code diandan.identity.grants-cache} at most.
 */
@ApplicationScoped
public class SignedIn {

    private final BearerAuthentication bearer;
    private final Standings standings;

    SignedIn(BearerAuthentication bearer, Standings standings) {
        this.bearer = bearer;
        this.standings = standings;
    }

    /** Asks the database once for all of these accounts, so that {@link #scope} need not ask for each. */
    public void look(Collection<UUID> accounts) {
        var unused = standings.of(accounts);
    }

    /**
     * What the caller may reach now; empty when the token has expired or the account has ended. May ask the database.
     *
     * @param authorization the header by which the caller was let in
     */
    public Optional<Scope> scope(String authorization) {
        try {
            return Optional.ofNullable(bearer.again(authorization).getAttribute(Standings.SCOPE));
        } catch (AuthenticationFailedException ended) {
            return Optional.empty();
        }
    }
}
