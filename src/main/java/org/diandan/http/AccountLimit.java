package org.diandan.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;

/** Counts the requests of each account. */
@Provider
class AccountLimit implements ContainerRequestFilter {

    private final RateLimits limits;
    private final SecurityIdentity identity;
    private final RoutingContext routing;

    AccountLimit(RateLimits limits, SecurityIdentity identity, RoutingContext routing) {
        this.limits = limits;
        this.identity = identity;
        this.routing = routing;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (limits.countsAccounts() && !identity.isAnonymous()) {
            UUID account = UUID.fromString(identity.getPrincipal().getName());
            limits.ofAccount(account, routing.response()::putHeader).ifPresent(refused -> {
                throw refused;
            });
        }
    }
}
