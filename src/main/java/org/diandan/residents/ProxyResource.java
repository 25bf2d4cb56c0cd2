package org.diandan.residents;

import static org.diandan.shared.Role.Names.CLERK;
import static org.diandan.shared.Role.Names.DISPATCHER;
import static org.diandan.shared.Role.Names.RESIDENT;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.diandan.http.Idempotent;
import org.diandan.identity.CurrentUser;
import org.diandan.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

@Path("/residents")
@Tag(name = "residents")
class ProxyResource {

    private final Representing representing;
    private final CurrentUser user;

    ProxyResource(Representing representing, CurrentUser user) {
        this.representing = representing;
        this.user = user;
    }

    @GET
    @Path("represented")
    @Authenticated
    @Operation(operationId = "listRepresented", summary = "The residents whom the caller may act for; masked")
    public Page<ResidentLine> represented() {
        return new Page<>(representing.represented(user.account()), null);
    }

    @GET
    @Path("{id}/proxies")
    @RolesAllowed({RESIDENT, CLERK, DISPATCHER})
    @Operation(operationId = "listProxies", summary = "Who may act for a resident, or is invited to")
    public Page<ProxyView> proxies(@RestPath UUID id) {
        return new Page<>(representing.list(id, user.scope()), null);
    }

    @POST
    @Path("{id}/proxies")
    @RolesAllowed({RESIDENT, CLERK, DISPATCHER})
    @Idempotent
    @ResponseStatus(201)
    @Operation(
            operationId = "addProxy",
            summary = "Allows somebody to act: a resident gets an invitation to pass on, staff enter the person")
    public ProxyView add(@RestPath UUID id, @Valid AddProxy request) {
        return representing.add(id, request, user);
    }

    @POST
    @Path("{id}/proxies/{proxy}/revoke")
    @RolesAllowed({RESIDENT, CLERK, DISPATCHER})
    @Idempotent
    @Operation(operationId = "revokeProxy", summary = "Ends a proxy or an invitation, from this moment")
    public void revoke(@RestPath UUID id, @RestPath UUID proxy) {
        representing.revoke(id, proxy, user);
    }

    @POST
    @Path("invitations/accept")
    @RolesAllowed(RESIDENT)
    @Idempotent
    @Operation(operationId = "acceptInvitation", summary = "Takes up an invitation to act for a resident")
    public ResidentView accept(@Valid AcceptInvitation request) {
        return representing.accept(request.invitation(), user);
    }
}
