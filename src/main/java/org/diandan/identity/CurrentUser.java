package org.diandan.identity;

import static org.diandan.http.HttpProblem.UNAUTHENTICATED;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.diandan.shared.Actor;
import org.diandan.shared.Caller;
import org.diandan.shared.Scope;
import org.jspecify.annotations.Nullable;

/** Who makes this request. */
@RequestScoped
public class CurrentUser implements Caller {

    private final SecurityIdentity identity;

    CurrentUser(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * The account signed in.
     *
     * @throws org.diandan.shared.Refused with 401 if nobody is
     */
    public UUID account() {
        @Nullable UUID account = scope().account();
        if (account == null) {
            throw UNAUTHENTICATED.because();
        }
        return account;
    }

    @Override
    public Scope scope() {
        @Nullable Scope scope = identity.getAttribute(Standings.SCOPE);
        return scope == null ? Scope.NONE : scope;
    }

    @Override
    public Actor actor() {
        return Actor.of(account());
    }
}
