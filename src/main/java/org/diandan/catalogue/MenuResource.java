package org.diandan.catalogue;

import static org.diandan.shared.Role.Names.DISPATCHER;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.diandan.http.IfMatch;
import org.diandan.shared.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/sites")
@Tag(name = "catalogue")
class MenuResource {

    private final MenuKeeping menus;
    private final Caller caller;
    private final IfMatch ifMatch;

    MenuResource(MenuKeeping menus, Caller caller, IfMatch ifMatch) {
        this.menus = menus;
        this.caller = caller;
        this.ifMatch = ifMatch;
    }

    @GET
    @Path("{code}/menu/{service}")
    @PermitAll
    @Operation(
            operationId = "readMenuEntry",
            summary = "Shows whether a site offers a service, and whether it says so itself")
    public MenuView read(@RestPath String code, @RestPath String service) {
        return menus.read(code, service);
    }

    @PUT
    @Path("{code}/menu/{service}")
    @RolesAllowed(DISPATCHER)
    @Operation(operationId = "changeMenuEntry", summary = "Says whether a site, and those below it, offer a service")
    public MenuView change(@RestPath String code, @RestPath String service, @Valid ChangeMenu request) {
        return menus.change(code, service, request.offered(), ifMatch, caller.scope());
    }
}
