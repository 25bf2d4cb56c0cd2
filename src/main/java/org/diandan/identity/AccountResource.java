package org.diandan.identity;

import static org.diandan.shared.Role.Names.ADMIN;
import static org.diandan.shared.Role.Names.DISPATCHER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.UUID;
import org.diandan.http.Cursors;
import org.diandan.http.Idempotent;
import org.diandan.shared.Area;
import org.diandan.shared.Page;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/accounts")
@Tag(name = "identity")
class AccountResource {

    private final Granting granting;
    private final Closing closing;
    private final StaffList staff;
    private final Cursors cursors;
    private final CurrentUser user;

    AccountResource(Granting granting, Closing closing, StaffList staff, Cursors cursors, CurrentUser user) {
        this.granting = granting;
        this.closing = closing;
        this.staff = staff;
        this.cursors = cursors;
        this.user = user;
    }

    @GET
    @RolesAllowed({DISPATCHER, ADMIN})
    @Operation(operationId = "listAccounts", summary = "The staff of the caller's areas, or of one area within them")
    public Page<AccountLine> list(
            @RestQuery @Nullable Area area,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Nullable String cursor) {
        Scope scope = user.scope();
        if (area == null) {
            return scope.holds(Role.ADMIN)
                    ? staff.all(cursors.decode(cursor), limit)
                    : staff.within(scope.areas(Role.DISPATCHER), cursors.decode(cursor), limit);
        }
        boolean own = scope.holds(Role.ADMIN) || scope.covers(area.code(), Role.DISPATCHER);
        return staff.within(own ? Set.of(area) : Set.of(), cursors.decode(cursor), limit);
    }

    @POST
    @RolesAllowed({DISPATCHER, ADMIN})
    @Idempotent
    @ResponseStatus(201)
    @Operation(operationId = "openAccount", summary = "Makes an account for a member of staff")
    public AccountView open(@Valid OpenAccount request) {
        return granting.open(request, user);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({DISPATCHER, ADMIN})
    @Operation(operationId = "readAccount", summary = "An account that the caller is responsible for")
    public AccountView read(@RestPath UUID id) {
        return granting.view(id, user.scope());
    }

    @GET
    @Path("{id}/grants")
    @RolesAllowed({DISPATCHER, ADMIN})
    @Operation(operationId = "listGrants", summary = "What an account is granted, as far as the caller may see it")
    public Page<GrantView> grants(@RestPath UUID id) {
        return new Page<>(granting.grantsOf(id, user.scope()), null);
    }

    @POST
    @Path("{id}/grants")
    @RolesAllowed({DISPATCHER, ADMIN})
    @Idempotent
    @Operation(operationId = "grantRole", summary = "Grants a role")
    public AccountView grant(@RestPath UUID id, @Valid GrantRole request) {
        return granting.grant(id, request.grant(), user);
    }

    @DELETE
    @Path("{id}/grants")
    @RolesAllowed({DISPATCHER, ADMIN})
    @Operation(operationId = "revokeRole", summary = "Takes a role away; it is gone within five seconds")
    public void revoke(@RestPath UUID id, @RestQuery Role role, @RestQuery @Nullable String scope) {
        granting.revoke(id, new GrantRole(role, scope).grant(), user);
    }

    @POST
    @Path("{id}/suspend")
    @RolesAllowed({DISPATCHER, ADMIN})
    @Idempotent
    @Operation(operationId = "suspendAccount", summary = "Shuts an account out; it is refused within five seconds")
    public AccountView suspend(@RestPath UUID id, @Valid StateReason request) {
        return granting.suspend(id, request.reason(), user);
    }

    @POST
    @Path("{id}/reopen")
    @RolesAllowed({DISPATCHER, ADMIN})
    @Idempotent
    @Operation(operationId = "reopenAccount", summary = "Lets a suspended account in again")
    public AccountView reopen(@RestPath UUID id, @Valid StateReason request) {
        return granting.reopen(id, request.reason(), user);
    }

    @POST
    @Path("{id}/close")
    @RolesAllowed({DISPATCHER, ADMIN})
    @Idempotent
    @Operation(
            operationId = "closeAccount",
            summary = "Ends an account for good; it is refused within five seconds, and its phone is free for another")
    public AccountView close(@RestPath UUID id, @Valid StateReason request) {
        return closing.close(id, request.reason(), user);
    }

    @POST
    @Path("{id}/second-factor/remove")
    @RolesAllowed({DISPATCHER, ADMIN})
    @Idempotent
    @Operation(
            operationId = "removeSecondFactorOf",
            summary = "Lets somebody who lost phone and recovery codes in without a second factor; all sign-ins end")
    public void removeSecondFactor(@RestPath UUID id) {
        granting.removeSecondFactor(id, user);
    }
}
