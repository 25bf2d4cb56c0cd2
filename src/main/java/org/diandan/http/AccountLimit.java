package org.diandan.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Counts the requests of each account, and those of them that cost much. */
@Provider
class AccountLimit implements ContainerRequestFilter {

    private final RateLimits limits;
    private final SecurityIdentity identity;
    private final RoutingContext routing;
    private final ResourceInfo resource;

    AccountLimit(RateLimits limits, SecurityIdentity identity, RoutingContext routing, ResourceInfo resource) {
        this.limits = limits;
        this.identity = identity;
        this.routing = routing;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (limits.countsAccounts() && !identity.isAnonymous()) {
            UUID account = UUID.fromString(identity.getPrincipal().getName());
            limits.ofAccount(account, operation(), routing.response()::putHeader)
                    .ifPresent(refused -> {
                        throw refused;
                    });
        }
    }

    private @Nullable String operation() {
        Operation operation = resource.getResourceMethod().getAnnotation(Operation.class);
        return operation == null ? null : operation.operationId();
    }
}
